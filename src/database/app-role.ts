/** Tables that only grow, and those that only triggers of the owner write. */
const GROWING = ['audit', 'history', 'messages'];
const OWNERS = ['audit_head', 'audit_anchors', 'erasures', '_prisma_migrations'];

/**
 * What the owner of a migrated database runs so that the program can run as `role`: it reads and writes, but changes no
 * table, no trigger, and nothing of what only grows. Can be run again, as after each migration.
 */
export function appRoleSql(role: string): string {
  return `do $$ begin
  if not exists (select from pg_roles where rolname = '${role}') then create role ${role} login; end if;
end $$;
grant usage on schema public to ${role};
grant select, insert, update, delete on all tables in schema public to ${role};
grant usage, select on all sequences in schema public to ${role};
revoke update, delete, truncate, trigger, references on ${GROWING.join(', ')} from ${role};
revoke insert, update, delete, truncate, trigger, references on ${OWNERS.join(', ')} from ${role};
revoke create on schema public from ${role};
grant execute on function erase_audit(bigint), erase_message(bigint), erase_history(bigint, int) to ${role};
`;
}
