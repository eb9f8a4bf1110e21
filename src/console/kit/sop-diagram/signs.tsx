import {
  BranchesOutlined,
  CheckCircleOutlined,
  ClockCircleOutlined,
  CloseCircleOutlined,
  CloseSquareFilled,
  FlagOutlined,
  HistoryOutlined,
  HourglassOutlined,
  LockOutlined,
  RobotOutlined,
  RiseOutlined,
  TeamOutlined,
  ThunderboltOutlined,
  UserOutlined,
} from '@ant-design/icons';
import type { ReactNode } from 'react';
import type { NodeKind, WayKind } from './graph';
import type { FootLine } from './graph-words';

const nodeSigns: Partial<Record<NodeKind, ReactNode>> = {
  human: <UserOutlined aria-hidden />,
  automatic: <RobotOutlined aria-hidden />,
  'waits-for-customer': <HourglassOutlined aria-hidden />,
  'waits-for-others': <TeamOutlined aria-hidden />,
  choice: <BranchesOutlined aria-hidden />,
  final: <FlagOutlined aria-hidden />,
  joined: <CheckCircleOutlined aria-hidden />,
  history: <HistoryOutlined aria-hidden />,
};

const waySigns: Partial<Record<WayKind, ReactNode>> = {
  timeout: <ClockCircleOutlined aria-hidden />,
  escalation: <RiseOutlined aria-hidden />,
  success: <CheckCircleOutlined aria-hidden />,
  failure: <CloseCircleOutlined aria-hidden />,
  always: <BranchesOutlined aria-hidden />,
};

const footSigns: Record<FootLine['sign'], ReactNode> = {
  timeout: <ClockCircleOutlined aria-hidden />,
  escalation: <RiseOutlined aria-hidden />,
  event: <ThunderboltOutlined aria-hidden />,
  broken: <CloseSquareFilled aria-hidden />,
};

export function NodeSign({ kind }: { kind: NodeKind }) {
  return nodeSigns[kind] ?? null;
}

export function WaySign({ kind }: { kind: WayKind }) {
  return waySigns[kind] ?? null;
}

export function FootSign({ sign }: { sign: FootLine['sign'] }) {
  return footSigns[sign];
}

export function GuardSign() {
  return <LockOutlined aria-hidden />;
}
