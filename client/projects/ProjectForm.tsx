import { Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Refusal } from '../access/refusal';
import { useSession, useViewer } from '../access/session';
import { ActionForm } from '../forms/ActionForm';
import { DayField } from '../forms/DayField';
import { MoneyField } from '../forms/MoneyField';
import { atMost, chosen, moneyRule, required } from '../forms/rules';
import type { ReferenceQuery } from '../graphql.generated';
import { useNames } from '../layout/names';
import { degreeOf, type TypedProject } from './projectInput';
import './edit.css';

type Props = {
  reference: ReferenceQuery;
  initial: Partial<TypedProject>;
  creating: boolean;
  busy: boolean;
  refusal: Refusal | null;
  onSend: (values: TypedProject) => unknown;
  onCancel: () => void;
  onReload?: () => unknown;
};

/** The facts of a work. What may not change once it is registered is shown, but cannot be typed into. */
export function ProjectForm({ reference, initial, creating, busy, refusal, onSend, onCancel, onReload }: Props) {
  const { t } = useTranslation();
  const names = useNames();
  const viewer = useViewer();
  const { today } = useSession();
  const [form] = Form.useForm<TypedProject>();
  const find = { showSearch: { optionFilterProp: 'label' } };
  const regions = (reference.regions ?? []).map((one) => ({ value: one.adcode, label: names(one) }));
  const degree = (least: number, most: number, message: string) => ({
    validator: (_: unknown, text: string | undefined) => {
      if (!text?.trim()) return Promise.resolve();
      const value = degreeOf(text);
      if (value === null) return Promise.reject(new Error(t('edit.number')));
      return value >= least && value <= most ? Promise.resolve() : Promise.reject(new Error(message));
    },
  });
  const withOther = (other: 'lon' | 'lat') => ({
    validator: (_: unknown, text: string | undefined) => (text?.trim() || !form.getFieldValue(other)?.trim() ? Promise.resolve() : Promise.reject(new Error(t('edit.positionBoth')))),
  });
  return (
    <ActionForm form={form} initialValues={initial} busy={busy} refusal={refusal} submit={t(creating ? 'edit.create' : 'edit.save')} onSend={onSend} onCancel={onCancel} onReload={onReload}>
      <div className="edit-columns">
        <fieldset>
          <legend>{t('edit.basic')}</legend>
          <Form.Item name="name" label={t('edit.name')} rules={[required(t('form.need')), atMost(200, t)]}><Input /></Form.Item>
          <Form.Item name="code" label={t('edit.code')} {...(creating && { extra: t('edit.codeHint') })} rules={[required(t('form.need')), atMost(60, t)]}><Input disabled={!creating} /></Form.Item>
          <Form.Item name="leadRegion" label={t('edit.leadRegion')} rules={[chosen(t('form.choose'))]}><Select {...find} disabled={!creating} options={regions} /></Form.Item>
          <Form.Item name="regions" label={t('edit.regions')} {...(creating && { extra: t('edit.regionsHint') })}><Select {...find} mode="multiple" disabled={!creating} options={regions} /></Form.Item>
          <Form.Item name="sector" label={t('edit.sector')} rules={[chosen(t('form.choose'))]}>
            <Select disabled={!creating || viewer.role === 'DEPARTMENT'} options={(reference.sectors ?? []).map((one) => ({ value: one.code, label: names(one) }))} />
          </Form.Item>
          <Form.Item name="category" label={t('edit.category')} rules={[chosen(t('form.choose'))]}><Select {...find} options={(reference.categories ?? []).map((one) => ({ value: one.code, label: names(one) }))} /></Form.Item>
          <Form.Item name="lists" label={t('edit.lists')}><Select {...find} mode="multiple" options={(reference.lists ?? []).map((one) => ({ value: one.code, label: names(one) }))} /></Form.Item>
        </fieldset>
        <fieldset>
          <legend>{t('edit.plan')}</legend>
          <Form.Item name="registeredOn" label={t('edit.registeredOn')}><DayField max={today} disabled={!creating} /></Form.Item>
          <Form.Item name="plannedStart" label={t('edit.plannedStart')}><DayField /></Form.Item>
          <Form.Item
            name="plannedFinish" label={t('edit.plannedFinish')} dependencies={['plannedStart']}
            rules={[{ validator: (_, finish: string | null) => (finish && form.getFieldValue('plannedStart') && finish < form.getFieldValue('plannedStart') ? Promise.reject(new Error(t('edit.finishBeforeStart'))) : Promise.resolve()) }]}
          >
            <DayField />
          </Form.Item>
          <Form.Item name="investment" label={t('edit.investment')} rules={[moneyRule(t, false)]}><MoneyField /></Form.Item>
          {!creating && <Form.Item name="reason" label={t('edit.reason')} extra={t('edit.reasonHint')} rules={[atMost(500, t)]}><Input.TextArea autoSize={{ minRows: 2 }} /></Form.Item>}
        </fieldset>
        <fieldset>
          <legend>{t('edit.details')}</legend>
          <Form.Item name="ownerUnit" label={t('edit.ownerUnit')} rules={[atMost(200, t)]}><Input /></Form.Item>
          <Form.Item name="waterBody" label={t('edit.waterBody')} rules={[atMost(200, t)]}><Input /></Form.Item>
          <Form.Item name="scale" label={t('edit.scale')} rules={[atMost(1000, t)]}><Input /></Form.Item>
          <Form.Item name="content" label={t('edit.content')} rules={[atMost(5000, t)]}><Input.TextArea autoSize={{ minRows: 3 }} /></Form.Item>
          <Form.Item name="nationalCode" label={t('edit.nationalCode')}><Input placeholder="2301-141081-04-01-123456" /></Form.Item>
          <p className="second small position">{t('edit.position')}</p>
          <div className="pair">
            <Form.Item name="lon" label={t('edit.lon')} dependencies={['lat']} rules={[degree(-180, 180, t('edit.lonRange')), withOther('lat')]}><Input inputMode="decimal" /></Form.Item>
            <Form.Item name="lat" label={t('edit.lat')} dependencies={['lon']} rules={[degree(-90, 90, t('edit.latRange')), withOther('lon')]}><Input inputMode="decimal" /></Form.Item>
          </div>
        </fieldset>
      </div>
    </ActionForm>
  );
}
