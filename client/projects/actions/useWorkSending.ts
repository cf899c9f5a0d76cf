import type { OperationVariables, TypedDocumentNode } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { App } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { sentenceOf } from '../../access/refusal';
import { useOnceKey } from '../../forms/onceKey';
import { type Sending, useSending } from '../../forms/useSending';
import { type WorkForActionFragment, WorkAgainDocument } from '../../graphql.generated';

export type FormProps = { work: WorkForActionFragment; today: string; onDone: (said: string, warnings: readonly { message: string }[]) => void; onCancel: () => void };

type WorkSending<TData, TVariables> = Sending<TData, TVariables> & { key: string; version: number; reload: () => Promise<void> };

/**
 * Sending a change of one work. `version` is the one that the form was opened on, so that a change by someone else in the
 * meantime is noticed; `reload` takes the newer one and leaves the form as it was typed.
 */
export function useWorkSending<TData, TVariables extends OperationVariables>(mutation: TypedDocumentNode<TData, TVariables>, work: WorkForActionFragment): WorkSending<TData, TVariables> {
  const client = useApolloClient();
  const { t } = useTranslation();
  const { message } = App.useApp();
  const sending = useSending(mutation);
  const [key, renew] = useOnceKey();
  const [version, setVersion] = useState(work.version);
  const reload = async () => {
    try {
      const { data } = await client.query({ query: WorkAgainDocument, variables: { id: work.id }, fetchPolicy: 'network-only' });
      if (data?.project) setVersion((data.project as WorkForActionFragment).version);
      renew();
      sending.clear();
      void message.info(t('form.reloaded'));
    } catch (error) {
      void message.error(sentenceOf(error, t));
    }
  };
  return { ...sending, key, version, reload };
}
