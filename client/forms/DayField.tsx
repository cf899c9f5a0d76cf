import { DatePicker, Input } from 'antd';
import dayjs from 'dayjs';
import { usePhone } from '../layout/usePhone';

type Props = {
  id?: string;
  value?: string | null;
  onChange?: (day: string | null) => void;
  min?: string | null | undefined;
  max?: string | null | undefined;
  disabled?: boolean;
  label?: string;
  placeholder?: string;
};

/** A calendar day. On a phone the system's own picker, elsewhere a field that can be typed into. */
export function DayField({ id, value, onChange, min, max, disabled, label, placeholder }: Props) {
  const phone = usePhone();
  const shared = { ...(id && { id }), ...(disabled !== undefined && { disabled }), ...(label && { 'aria-label': label }) };
  if (phone) {
    return <Input {...shared} type="date" value={value ?? ''} min={min ?? undefined} max={max ?? undefined} onChange={(event) => onChange?.(event.target.value || null)} />;
  }
  return (
    <DatePicker
      {...shared}
      style={{ width: '100%' }}
      value={value ? dayjs(value) : null}
      format="YYYY-MM-DD"
      {...(placeholder && { placeholder })}
      {...(min && { minDate: dayjs(min) })}
      {...(max && { maxDate: dayjs(max), defaultPickerValue: dayjs(max) })}
      onChange={(day) => onChange?.(day ? day.format('YYYY-MM-DD') : null)}
    />
  );
}
