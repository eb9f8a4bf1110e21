import {
  ApartmentOutlined,
  BarChartOutlined,
  CustomerServiceOutlined,
  SettingOutlined,
  TeamOutlined,
} from '@ant-design/icons';
import { lazy, type ComponentType, type LazyExoticComponent, type ReactNode } from 'react';
import { hasRole, type Me, type Role } from '../api/session';

export interface Workspace {
  path: 'agent' | 'lead' | 'designer' | 'manager' | 'admin';
  roles: Role[];
  icon: ReactNode;
  page: LazyExoticComponent<ComponentType>;
}

/** The workspaces in the order of the day; each is loaded when it is opened. Nobody but the admin may enter `admin`. */
export const workspaces: Workspace[] = [
  {
    path: 'agent',
    roles: ['agent', 'lead'],
    icon: <CustomerServiceOutlined aria-hidden />,
    page: lazy(() => import('../agent/workspace')),
  },
  {
    path: 'lead',
    roles: ['lead', 'manager'],
    icon: <TeamOutlined aria-hidden />,
    page: lazy(() => import('../lead/workspace')),
  },
  {
    path: 'designer',
    roles: ['designer'],
    icon: <ApartmentOutlined aria-hidden />,
    page: lazy(() => import('../designer/workspace')),
  },
  {
    path: 'manager',
    roles: ['manager', 'lead'],
    icon: <BarChartOutlined aria-hidden />,
    page: lazy(() => import('../manager/workspace')),
  },
  {
    path: 'admin',
    roles: [],
    icon: <SettingOutlined aria-hidden />,
    page: lazy(() => import('../admin/workspace')),
  },
];

/** Those that the person may enter. */
export function workspacesOf(me: Me): Workspace[] {
  return workspaces.filter(({ roles }) => hasRole(me, ...roles));
}

/** Where the person's day begins: the most particular of their roles. */
export function homeOf(me: Me): string {
  const order: Role[] = ['designer', 'manager', 'lead', 'agent'];
  const role = order.find((one) => me.roles.includes(one)) ?? 'admin';
  return `/${role === 'lead' ? 'lead' : role}`;
}
