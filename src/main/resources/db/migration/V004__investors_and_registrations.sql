-- The register: people and organisations, what they put into a platform, and what came back.

create table investor (
    id                 uuid primary key,
    version            bigint not null,
    kind               text not null,
    name               text not null,
    name_pinyin        text not null,
    name_initials      text not null,
    document_type      text not null,
    document_number    text not null,
    phone              text,
    other_phone        text,
    born_on            date,
    sex                text,
    area_code          text not null references area,
    street_address     text,
    emergency_name     text,
    emergency_relation text,
    emergency_phone    text,
    elderly            boolean not null,
    hardship           boolean not null,
    created_at         timestamptz not null,
    constraint investor_is_kept_once unique (document_type, document_number)
);
create index investor_by_number on investor (document_number);
create index investor_by_name on investor (name text_pattern_ops);
create index investor_by_pinyin on investor (name_pinyin text_pattern_ops);
create index investor_by_initials on investor (name_initials text_pattern_ops);
create index investor_by_area on investor (area_code text_pattern_ops);
create index investor_by_phone on investor (phone);
create index investor_by_other_phone on investor (other_phone);

create sequence registration_serial;

create table registration (
    id                           uuid primary key,
    version                      bigint not null,
    number                       text not null constraint registration_number_is_unique unique,
    platform_id                  uuid not null references platform,
    investor_id                  uuid not null references investor,
    status                       text not null,
    channel                      text not null,
    received_at                  timestamptz not null,
    received_by                  text not null,
    agent_capacity               text,
    agent_name                   text,
    agent_document_type          text,
    agent_document_number        text,
    agent_phone                  text,
    agent_relation               text,
    agent_papers                 text[],
    evidence_shown               text[] not null,
    notices_given                text[] not null,
    salesperson_name             text,
    salesperson_phone            text,
    salesperson_branch_id        uuid references branch,
    acted_as_salesperson         boolean not null,
    police_authority             text,
    police_receipt_number        text,
    police_reported_on           date,
    remark                       text,
    declared_principal           numeric(18, 2) not null,
    declared_principal_repaid    numeric(18, 2) not null,
    declared_returns_paid        numeric(18, 2) not null,
    declared_net_loss            numeric(18, 2) not null,
    verified_principal           numeric(18, 2),
    verified_principal_repaid    numeric(18, 2),
    verified_returns_paid        numeric(18, 2),
    verified_net_loss            numeric(18, 2),
    adjudicated_principal        numeric(18, 2),
    adjudicated_principal_repaid numeric(18, 2),
    adjudicated_returns_paid     numeric(18, 2),
    adjudicated_net_loss         numeric(18, 2),
    merged_into_id               uuid references registration,
    end_reason                   text,
    ended_at                     timestamptz,
    constraint registration_ends_with_a_reason check ((status in ('RECEIVED', 'VERIFIED')) = (ended_at is null)),
    constraint registration_is_merged_into_another check ((status = 'MERGED') = (merged_into_id is not null))
);
create unique index registration_once_per_platform on registration (investor_id, platform_id)
    where status in ('RECEIVED', 'VERIFIED');
create index registration_of_investor on registration (investor_id);
create index registration_of_platform on registration (platform_id, id);
create index registration_by_status on registration (status, id);
create index registration_by_day on registration (received_at, id);

create table platform_account (
    registration_id  uuid not null references registration,
    position         int not null,
    username         text not null,
    registered_phone text,
    primary key (registration_id, position)
);

create table investment (
    id              uuid primary key,
    registration_id uuid not null references registration,
    position        int not null,
    product         text not null,
    contract_number text,
    invested_on     date not null,
    matures_on      date,
    principal       numeric(18, 2) not null,
    annual_rate     numeric(6, 2),
    payment_method  text,
    bank_account    text,
    rolled_over     boolean not null
);
create index investment_of_registration on investment (registration_id);

create table repayment (
    id              uuid primary key,
    registration_id uuid not null references registration,
    position        int not null,
    repaid_on       date not null,
    kind            text not null,
    amount          numeric(18, 2) not null
);
create index repayment_of_registration on repayment (registration_id);

create table registration_history (
    id              uuid primary key,
    registration_id uuid not null references registration,
    what            text not null,
    reason          text,
    happened_at     timestamptz not null,
    happened_by     text not null,
    net_loss        numeric(18, 2) not null
);
create index registration_history_of_registration on registration_history (registration_id, id);
create trigger registration_history_is_append_only before update or delete on registration_history
    for each row execute function refuse_to_change();

create table evidence (
    id              uuid primary key,
    registration_id uuid not null references registration,
    kind            text not null,
    file_name       text not null,
    sha256          text not null references stored_file,
    media_type      text not null,
    size            bigint not null,
    attached_at     timestamptz not null,
    attached_by     text not null
);
create index evidence_of_registration on evidence (registration_id, id);
