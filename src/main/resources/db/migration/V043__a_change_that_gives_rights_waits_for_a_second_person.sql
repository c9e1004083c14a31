-- Dual control: what an administrator gives an account waits for a second person. Each change stays, for the owner of the
-- account and for auditors.
create table account_change (
    id              uuid primary key,
    version         bigint not null,
    account_id      uuid not null references account,
    kinds           text[] not null,
    roles           text[] not null,
    area_code       text references area,
    branch_id       uuid constraint account_change_branch_exists references branch,
    disabled        boolean not null,
    password_hash   text,
    -- the account as the second person sees it when the decision is made
    account_version bigint not null,
    status          text not null,
    asked_by_id     uuid not null references account,
    asked_by        text not null,
    asked_at        timestamptz not null,
    expires_at      timestamptz,
    decided_by_id   uuid references account,
    decided_by      text,
    decided_at      timestamptz,
    refusal_reason  bytea,
    acknowledged_at timestamptz,
    constraint account_change_is_approved_by_another_person check (
        status <> 'APPROVED' or decided_by_id is not null and decided_by_id <> asked_by_id and decided_by_id <> account_id),
    constraint account_change_keeps_a_password_only_while_it_waits check (password_hash is null or status = 'PENDING')
);
comment on column account_change.refusal_reason is 'encrypted';
create unique index account_change_waits_once on account_change (account_id) where status = 'PENDING';
create index account_change_of_account on account_change (account_id, id);
create index account_change_by_status on account_change (status, id);

-- Until somebody who can approve has chosen a password, an administrator opens the first accounts alone. This ends once, for
-- ever: an administrator who removes the others cannot return to it.
create table dual_control (
    single   boolean primary key default true constraint dual_control_begins_once check (single),
    began_at timestamptz not null
);
comment on table dual_control is 'additions only';
create trigger dual_control_is_append_only before update or delete on dual_control
    for each row execute function refuse_to_change();
insert into dual_control (began_at)
    select now() where exists (
        select from account join account_role on account_id = account.id
        where role in ('AUDITOR', 'SECTION_CHIEF') and not must_change_password);

-- What the second person hands to the owner: with the password alone, which the administrator knows, nobody goes on.
alter table account add column release_code_hash text;

-- For the owner, who looks through the last sign-ins.
alter table access_token
    add column means text,
    add column device text,
    add column new_device boolean not null default false;
update access_token set means = 'PASSWORD' where kind = 'SESSION'
    and account_id in (select id from account where password_hash is not null);
update access_token set means = 'IDENTITY_PROVIDER' where kind = 'SESSION' and means is null;
create index access_token_by_sign_in on access_token (account_id, kind, id);
