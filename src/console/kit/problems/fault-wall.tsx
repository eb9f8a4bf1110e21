import { Button, Result } from 'antd';
import { Component, type ErrorInfo, type ReactNode } from 'react';
import { useTexts } from '../../i18n/texts';
import { kitTexts } from '../common/texts';

/** Keeps a fault in one part of the page from taking the rest with it. */
export class FaultWall extends Component<{ children: ReactNode; name?: string }, { error: unknown }> {
  override state: { error: unknown } = { error: null };

  static getDerivedStateFromError(error: unknown): { error: unknown } {
    return { error };
  }

  override componentDidCatch(error: unknown, info: ErrorInfo): void {
    reportError(new Error(`${this.props.name ?? 'page'}${info.componentStack ?? ''}`, { cause: error }));
  }

  override render(): ReactNode {
    if (this.state.error === null) return this.props.children;
    return <Fault onReload={() => this.setState({ error: null })} />;
  }
}

function Fault({ onReload }: { onReload: () => void }) {
  const say = useTexts(kitTexts);
  return (
    <Result
      status="warning"
      title={say('fault')}
      subTitle={say('faultHelp')}
      extra={<Button onClick={onReload}>{say('reload')}</Button>}
    />
  );
}
