-- The attention list: a care record with a reason, an approval and an end.

create table attention_entry (
    id              uuid primary key,
    version         bigint not null,
    registration_id uuid not null references registration,
    platform_id     uuid not null references platform,
    investor_id     uuid not null references investor,
    investor_name   text not null,
    area_code       text not null references area,
    reason          text not null,
    level           int not null constraint attention_level_is_1_to_3 check (level between 1 and 3),
    status          text not null,
    note            text,
    proposed_by_id  uuid not null references account,
    proposed_by     text not null,
    proposed_at     timestamptz not null,
    decided_by      text,
    decided_at      timestamptz,
    decision_note   text,
    review_on       date,
    leaving_reason  text,
    ended_at        timestamptz,
    constraint attention_is_reviewed check (status <> 'ACTIVE' or review_on is not null),
    constraint attention_ends_at_a_moment check ((status in ('DECLINED', 'LEFT', 'LAPSED')) = (ended_at is not null))
);
create unique index attention_once_per_registration on attention_entry (registration_id)
    where status in ('PROPOSED', 'ACTIVE');
create index attention_of_investor on attention_entry (investor_id);
create index attention_by_status on attention_entry (status, id);
create index attention_of_platform on attention_entry (platform_id, id);
create index attention_due on attention_entry (review_on) where status = 'ACTIVE';
