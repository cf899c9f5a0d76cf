import { Button, Result } from 'antd';
import { Component, type ReactNode } from 'react';
import { Translation } from 'react-i18next';

/** Keeps a fault in one page from blanking the whole screen. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { fault: Error | null }> {
  override state: { fault: Error | null } = { fault: null };

  static getDerivedStateFromError(fault: Error) {
    return { fault };
  }

  override render() {
    if (!this.state.fault) return this.props.children;
    return (
      <Translation>
        {(t) => (
          <Result
            status="error"
            title={t('state.broken')}
            subTitle={this.state.fault?.message}
            extra={<Button type="primary" onClick={() => window.location.reload()}>{t('state.reload')}</Button>}
          />
        )}
      </Translation>
    );
  }
}
