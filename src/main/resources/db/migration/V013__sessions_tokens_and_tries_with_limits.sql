-- How often a password may be tried, what sessions and tokens carry, and who signs in by another service.

alter table account
    add column must_change_password boolean not null default false,
    add column oidc_issuer text,
    add column oidc_subject text,
    alter column password_hash drop not null,
    add constraint account_of_oidc_is_known_once unique (oidc_issuer, oidc_subject),
    add constraint account_has_a_password_or_a_subject
        check (oidc_subject is null and oidc_issuer is null and password_hash is not null
            or oidc_subject is not null and oidc_issuer is not null and password_hash is null and not must_change_password);

-- The tokens of before could do whatever their account could; they are issued anew, with scopes.
alter table access_token
    add column address text,
    add column last_used_at timestamptz,
    add column scopes text[] not null default '{}';
update access_token set last_used_at = created_at where kind = 'SESSION';
update access_token set revoked_at = now() where kind = 'SCRIPT' and revoked_at is null;
alter table access_token
    add constraint access_token_of_a_script_has_scopes
        check (kind = 'SESSION' or cardinality(scopes) > 0 or revoked_at is not null);
create index access_token_by_end on access_token (expires_at);

-- A browser that an account has signed in with.
create table known_device (
    id           uuid primary key,
    account_id   uuid not null references account,
    digest       text not null,
    last_used_at timestamptz not null,
    constraint known_device_of_an_account_is_known_once unique (digest, account_id)
);
create index known_device_of_account on known_device (account_id);

-- What is counted together of failed tries. Names that nobody has are kept as digests only: people type passwords there.
create table sign_in_lane (
    id             uuid primary key,
    digest         text not null constraint sign_in_lane_is_counted_once unique,
    lane           text not null,
    account_id     uuid references account,
    address        text,
    failures       integer not null,
    last_failed_at timestamptz not null,
    locked_until   timestamptz,
    refusal_told   boolean not null
);
create index sign_in_lane_by_age on sign_in_lane (last_failed_at);
