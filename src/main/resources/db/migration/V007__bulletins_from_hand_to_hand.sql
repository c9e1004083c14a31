-- Bulletins go from hand to hand before they are issued, are corrected only by another one, and keep their number when void.

-- Every step, by whom and when; never changed.
create table bulletin_step (
    bulletin_id uuid not null references bulletin,
    position    int not null,
    action      text not null,
    account_id  uuid references account,
    taken_by    text not null,
    taken_at    timestamptz not null,
    reason      text,
    primary key (bulletin_id, position)
);
insert into bulletin_step (bulletin_id, position, action, taken_by, taken_at)
    select id, 0, 'DRAFTED', drafted_by, drafted_at from bulletin;
insert into bulletin_step (bulletin_id, position, action, taken_by, taken_at)
    select id, 1, 'ISSUED', issued_by, issued_at from bulletin where issued_by is not null;
create trigger bulletin_step_is_final before update or delete on bulletin_step for each row execute function refuse_to_change();

-- The files of an issued bulletin, the content among them; made once.
create table bulletin_file (
    bulletin_id uuid not null references bulletin,
    format      text not null,
    sha256      text not null references stored_file,
    primary key (bulletin_id, format)
);
create index bulletin_file_by_hash on bulletin_file (sha256);
insert into stored_file (sha256, media_type, size, content, created_at)
    select digest, 'application/json', octet_length(convert_to(content, 'UTF8')), convert_to(content, 'UTF8'), issued_at
    from bulletin where content is not null
    on conflict do nothing;
insert into bulletin_file (bulletin_id, format, sha256) select id, 'JSON', digest from bulletin where digest is not null;
insert into bulletin_file (bulletin_id, format, sha256) select id, 'DOCX', document_sha256 from bulletin where document_sha256 is not null;
create trigger bulletin_file_is_final before update or delete on bulletin_file for each row execute function refuse_to_change();

-- What the program proposed for a section: as long as the words are still these, nobody has written there.
alter table bulletin_section add column prefilled text not null default '';

drop trigger bulletin_is_frozen on bulletin;
alter table bulletin
    drop constraint bulletin_once_a_week,
    drop constraint bulletin_number_is_unique,
    drop constraint bulletin_is_frozen_when_issued,
    drop column drafted_by,
    drop column drafted_at,
    drop column issued_at,
    drop column issued_by,
    drop column content,
    drop column document_sha256,
    alter column platform_id drop not null,
    add column corrects_id uuid references bulletin,
    add constraint bulletin_has_its_number_from_issue_on check (
        (number is null) = (digest is null) and (number is null) = (year is null) and (number is null) = (issued_on is null)
        and case status when 'ISSUED' then number is not null when 'VOID' then true else number is null end);
comment on column bulletin.platform_id is 'null for the digest of all platforms';
-- A week has one bulletin of a platform, until that is void; a correction takes the place of one that is issued.
create unique index bulletin_once_a_week on bulletin (platform_id, week_id) nulls not distinct where corrects_id is null and status <> 'VOID';
create unique index bulletin_corrected_once on bulletin (corrects_id) where corrects_id is not null and status <> 'VOID';
create unique index bulletin_number_is_unique on bulletin (platform_id, year, number) nulls not distinct where number is not null;
create index bulletin_of_platform on bulletin (platform_id, week_ends_on, id);

create function bulletin_stays_as_issued() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' and old.status = 'ISSUED' and new.status = 'VOID'
        and to_jsonb(old) - 'status' - 'version' = to_jsonb(new) - 'status' - 'version' then
        return new;
    end if;
    raise exception 'an issued bulletin is final' using errcode = 'restrict_violation';
end $$;
create trigger bulletin_stays_as_issued before update or delete on bulletin for each row
    when (old.status in ('ISSUED', 'VOID')) execute function bulletin_stays_as_issued();

create function bulletin_words_stay_as_issued() returns trigger language plpgsql as $$
begin
    if exists (select from bulletin where id = coalesce(new.bulletin_id, old.bulletin_id) and status in ('ISSUED', 'VOID')) then
        raise exception 'the words of an issued bulletin are final' using errcode = 'restrict_violation';
    end if;
    return coalesce(new, old);
end $$;
create trigger bulletin_words_stay_as_issued before insert or update or delete on bulletin_section for each row
    execute function bulletin_words_stay_as_issued();

-- One series of numbers for each platform and one for the digest, whose platform is null.
alter table bulletin_series drop constraint bulletin_series_pkey, alter column platform_id drop not null,
    add constraint bulletin_series_counts_once unique nulls not distinct (platform_id, year);

-- Weeks whose drafts have appeared by themselves, so that they do so once, however many instances run.
create table drafted_week (
    week_id    uuid primary key references reporting_week,
    drafted_at timestamptz not null
);
insert into drafted_week (week_id, drafted_at) select id, closed_at from reporting_week;

-- From which day on a platform's weeks each need a bulletin.
alter table platform add column watched_since date;
update platform set watched_since = (created_at at time zone 'Asia/Shanghai')::date where watched;
alter table platform drop column watched;

-- Bulletins on their way to readers by e-mail; written with the issue, sent after it.
create table bulletin_delivery (
    bulletin_id     uuid not null references bulletin,
    occasion        text not null,
    reader          text not null,
    sent_at         timestamptz,
    attempts        int not null default 0,
    next_attempt_at timestamptz,
    last_failure    text,
    primary key (bulletin_id, occasion, reader)
);
create index bulletin_delivery_due on bulletin_delivery (next_attempt_at) where next_attempt_at is not null;

-- What a platform or its branch has let be known (信息披露), for bulletins to quote.
create table disclosure (
    id           uuid primary key,
    version      bigint not null,
    platform_id  uuid not null references platform,
    branch_id    uuid references branch,
    kind         text not null,
    disclosed_on date not null,
    source       text not null,
    summary      text not null,
    area_code    text not null references area,
    recorded_by  text not null,
    recorded_at  timestamptz not null,
    withdrawn_at timestamptz,
    withdrawn_by text,
    withdrawal_reason text,
    constraint disclosure_is_withdrawn_with_a_reason check (
        (withdrawn_at is null) = (withdrawn_by is null) and (withdrawn_at is null) = (withdrawal_reason is null))
);
create index disclosure_of_platform on disclosure (platform_id, id);
create index disclosure_by_moment on disclosure (platform_id, recorded_at) where withdrawn_at is null;
