import { Drawer } from 'antd';
import type { ReactNode } from 'react';
import { usePhone } from '../layout/usePhone';

type Props = { open: boolean; title: ReactNode; subtitle?: ReactNode; onClose: () => void; wide?: boolean; children: ReactNode };

/** Where a form opens: at the right of a desk screen, from below on a phone. Closing forgets the form. */
export function Sheet({ open, title, subtitle, onClose, wide = false, children }: Props) {
  const phone = usePhone();
  return (
    <Drawer
      open={open}
      onClose={onClose}
      destroyOnHidden
      rootClassName={phone ? 'sheet sheet-phone' : 'sheet'}
      placement={phone ? 'bottom' : 'right'}
      size={phone ? 'auto' : wide ? 620 : 480}
      mask={{ closable: false }}
      title={<span className="sheet-title">{title}{subtitle && <small>{subtitle}</small>}</span>}
    >
      {children}
    </Drawer>
  );
}
