import { useQuery } from '@apollo/client/react';
import { Button, Checkbox, DatePicker, Form, Input, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useTranslation } from 'react-i18next';
import { ActionForm } from '../forms/ActionForm';
import { EMPTY_SUM, MoneyField, type TypedSum } from '../forms/MoneyField';
import { useOnceKey } from '../forms/onceKey';
import { atMost, chosen, moneyRule, required, sumOf } from '../forms/rules';
import { useSending } from '../forms/useSending';
import { moneyText } from '../format/money';
import { type CompensationMultiple, type FenRounding, type SchemePartsFragment, SchemeReferenceDocument, type SchemeReferenceQuery, SetCompensationSchemeDocument, type WaterClass, type WaterRounding } from '../graphql.generated';
import { useNames } from '../layout/names';
import { CLASSES } from '../maps/water';
import { ITEMS } from './due';

type TypedItem = { indicator: string; base: TypedSum };
/** A list has no choice without a value: the section's own target has a name here. */
const OWN = 'OWN';
type TypedBorder = { section: string; payer: string; receiver: string; target: WaterClass | typeof OWN };
type Typed = {
  validFrom: Dayjs; name: string; items: TypedItem[]; borders: TypedBorder[]; cap: TypedSum; reward: TypedSum;
  multiple: CompensationMultiple; waterRounding: WaterRounding; fenRounding: FenRounding; example: boolean;
};
type Props = { scheme: SchemePartsFragment | null; month: string; onDone: (said: string, warnings: readonly { message: string }[]) => void; onCancel: () => void };

const typed = (money: string | null): TypedSum => (money === null ? EMPTY_SUM : { text: moneyText(money, 'WAN'), unit: 'WAN' });

/** A form begins with the scheme that stands. Whoever edits an example makes a rule of it, unless it is said to stay one. */
function beginning(scheme: SchemePartsFragment | null, month: string): Typed {
  return {
    validFrom: dayjs(`${month}-01`), name: scheme && !scheme.example ? scheme.name : '', example: scheme?.example ?? false, cap: typed(scheme?.cap ?? null), reward: typed(scheme?.reward ?? null),
    items: scheme?.items.map(({ indicator, base }) => ({ indicator, base: typed(base) })) ?? [{ indicator: 'COD', base: EMPTY_SUM }],
    borders: scheme?.borders.map(({ section, payer, receiver, target }) => ({ section: section.code, payer: payer.adcode, receiver: receiver.adcode, target: target ?? OWN })) ?? [],
    multiple: scheme?.multiple ?? 'EXCEEDANCE', waterRounding: scheme?.waterRounding ?? 'EVALUATION', fenRounding: scheme?.fenRounding ?? 'HALF_UP',
  };
}

/** The whole scheme, from a month on. */
export function SchemeForm({ scheme, month, onDone, onCancel }: Props) {
  const { t } = useTranslation();
  const names = useNames();
  const [form] = Form.useForm<Typed>();
  const { send, busy, refusal } = useSending(SetCompensationSchemeDocument);
  const [key] = useOnceKey();
  const reference = useQuery(SchemeReferenceDocument).data as SchemeReferenceQuery | undefined;
  const sections = reference?.sections?.map((one) => ({ value: one.code, label: names(one) })) ?? [];
  const regions = reference?.regions?.map((one) => ({ value: one.adcode, label: names(one, true) })) ?? [];
  const needed = chosen(t('compensation.needed'));
  const save = async ({ validFrom, items, borders, cap, reward, ...rest }: Typed) => {
    const answer = await send({
      input: {
        ...rest, validFrom: validFrom.format('YYYY-MM'), cap: sumOf(cap), reward: sumOf(reward), idempotencyKey: key,
        items: items.map(({ indicator, base }) => ({ indicator, base: sumOf(base) ?? '' })), borders: borders.map(({ target, ...border }) => ({ ...border, target: target === OWN ? null : target })),
      },
    });
    if (answer?.setCompensationScheme) onDone(t('compensation.saved'), answer.setCompensationScheme.warnings);
  };
  const choices = <T extends string>(group: string, values: readonly T[]) => values.map((value) => ({ value, label: t(`compensation.${group}.${value}`) }));
  return (
    <ActionForm form={form} initialValues={beginning(scheme, month)} busy={busy} refusal={refusal} submit={t('compensation.submit')} onSend={save} onCancel={onCancel}>
      <div className="two-fields">
        <Form.Item name="validFrom" label={t('compensation.field.validFrom')} extra={t('compensation.field.validFromHint')} rules={[needed]}><DatePicker picker="month" allowClear={false} className="full" /></Form.Item>
        <Form.Item name="name" label={t('compensation.field.name')} rules={[required(t('compensation.needed')), atMost(100, t)]}><Input /></Form.Item>
      </div>
      <fieldset className="scheme-list">
        <legend>{t('compensation.field.items')}</legend>
        <Form.List name="items">
          {(rows, { add, remove }, { errors }) => (
            <>
              {rows.map(({ key: row, name }) => (
                <div key={row} className="scheme-row item">
                  <Form.Item name={[name, 'indicator']} label={t('compensation.field.indicator')} rules={[needed]}><Select options={choices('item', ITEMS)} popupMatchSelectWidth={false} /></Form.Item>
                  <Form.Item name={[name, 'base']} label={t('compensation.field.base')} required rules={[moneyRule(t, true)]}><MoneyField /></Form.Item>
                  <Button type="text" className="drop" aria-label={`${t('compensation.field.remove')} ${name + 1}`} onClick={() => remove(name)}>✕</Button>
                </div>
              ))}
              <Form.ErrorList errors={errors} />
              <Button onClick={() => add({ base: EMPTY_SUM })}>{t('compensation.field.addItem')}</Button>
            </>
          )}
        </Form.List>
      </fieldset>
      <fieldset className="scheme-list">
        <legend>{t('compensation.field.borders')}</legend>
        <Form.List name="borders">
          {(rows, { add, remove }, { errors }) => (
            <>
              {rows.map(({ key: row, name }) => (
                <div key={row} className="scheme-row border">
                  <Form.Item name={[name, 'section']} label={t('compensation.field.section')} rules={[needed]}><Select options={sections} popupMatchSelectWidth={false} /></Form.Item>
                  <Form.Item name={[name, 'payer']} label={t('compensation.field.payer')} rules={[needed]}><Select options={regions} popupMatchSelectWidth={false} /></Form.Item>
                  <Form.Item name={[name, 'receiver']} label={t('compensation.field.receiver')} rules={[needed]}><Select options={regions} popupMatchSelectWidth={false} /></Form.Item>
                  <Form.Item name={[name, 'target']} label={t('compensation.field.target')} required>
                    <Select options={[{ value: OWN, label: t('compensation.field.ownTarget') }, ...CLASSES.slice(0, 5).map((value) => ({ value, label: t(`map.classLong.${value}`) }))]} popupMatchSelectWidth={false} />
                  </Form.Item>
                  <Button type="text" className="drop" aria-label={`${t('compensation.field.remove')} ${name + 1}`} onClick={() => remove(name)}>✕</Button>
                </div>
              ))}
              <Form.ErrorList errors={errors} />
              <Button onClick={() => add({ target: OWN })}>{t('compensation.field.addBorder')}</Button>
            </>
          )}
        </Form.List>
      </fieldset>
      <div className="two-fields">
        <Form.Item name="cap" label={t('compensation.field.cap')} rules={[moneyRule(t, false)]}><MoneyField /></Form.Item>
        <Form.Item name="reward" label={t('compensation.field.reward')} rules={[moneyRule(t, false)]}><MoneyField /></Form.Item>
        <Form.Item name="multiple" label={t('compensation.field.multiple')} required><Select options={choices('multiple', ['EXCEEDANCE', 'CLASSES'])} /></Form.Item>
        <Form.Item name="waterRounding" label={t('compensation.field.waterRounding')} required><Select options={choices('waterRounding', ['EVALUATION', 'AS_GIVEN'])} /></Form.Item>
        <Form.Item name="fenRounding" label={t('compensation.field.fenRounding')} required><Select options={choices('fenRounding', ['HALF_UP', 'HALF_EVEN', 'DOWN'])} /></Form.Item>
      </div>
      <Form.Item name="example" valuePropName="checked"><Checkbox>{t('compensation.field.example')}</Checkbox></Form.Item>
    </ActionForm>
  );
}
