-- Who did what, when and from where: each entry proves itself by a code under a key the database does not know, and seals
-- prove that none is missing, added or out of place.

create table audit_entry (
    id          uuid primary key,
    occurred_at timestamptz not null,
    account_id  uuid,
    actor       text,
    address     text,
    action      text not null,
    outcome     text not null,
    effect      text,
    record_type text,
    record_id   text,
    purpose     text,
    -- json and not jsonb: kept to the letter, as the code was reckoned over it
    changes     json,
    details     json,
    request_id  uuid,
    mac         bytea not null
);
create index audit_entry_by_moment on audit_entry (occurred_at, id);
create index audit_entry_of_account on audit_entry (account_id, occurred_at, id) where account_id is not null;
create index audit_entry_of_record on audit_entry (record_id, occurred_at, id) where record_id is not null;
create index audit_entry_of_action on audit_entry (action, occurred_at, id);

-- What has been committed and not been sealed yet; without an index, being emptied every second.
create table audit_pending (
    entry_id uuid not null,
    mac      bytea not null
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000);

create table audit_seal (
    number    bigint primary key,
    sealed_at timestamptz not null,
    -- ascending
    entries   uuid[] not null,
    mac       bytea not null,
    constraint audit_seal_seals_something check (cardinality(entries) > 0)
);

-- The last seal; whoever seals holds this row.
create table audit_head (
    single boolean primary key default true constraint audit_head_is_one check (single),
    number bigint not null,
    mac    bytea not null,
    proof  bytea not null
);
insert into audit_head (number, mac, proof) values (0, '', '');

create trigger audit_entry_is_never_changed before update or delete or truncate on audit_entry for each statement
    execute function refuse_to_change();
create trigger audit_seal_is_never_changed before update or delete or truncate on audit_seal for each statement
    execute function refuse_to_change();
