import type { FormRule } from 'antd';
import type { TFunction } from 'i18next';
import { typedMoney } from '../format/money';
import type { TypedSum } from './MoneyField';

/** Checks of a form before it is sent. They save a trip; the server decides. */
export function required(message: string): FormRule {
  return { required: true, whitespace: true, message };
}

export function chosen(message: string): FormRule {
  return { required: true, message };
}

export function atMost(length: number, t: TFunction): FormRule {
  return { max: length, message: t('form.tooLong', { count: length }) };
}

export function moneyRule(t: TFunction, needed: boolean): FormRule {
  return {
    required: needed,
    validator: (_, sum: TypedSum | undefined) => {
      const reading = typedMoney(sum?.text ?? '', sum?.unit ?? 'WAN');
      if (reading.ok || (reading.problem === 'empty' && !needed)) return Promise.resolve();
      return Promise.reject(new Error(t(`form.money.${reading.problem}`)));
    },
  };
}

/** The API's form of a checked sum; null where the field was left empty. */
export function sumOf(sum: TypedSum | undefined): string | null {
  const reading = typedMoney(sum?.text ?? '', sum?.unit ?? 'WAN');
  return reading.ok ? reading.yuan : null;
}

/** What was typed, without the spaces around it; null where nothing was. */
export function textOf(text: string | null | undefined): string | null {
  const trimmed = text?.trim() ?? '';
  return trimmed === '' ? null : trimmed;
}
