-- Somebody known by two documents is one person: one record stays the person's, the other one only names its document.
alter table investor
    add column merged_into_id uuid references investor,
    add constraint investor_is_not_merged_into_itself check (merged_into_id <> id);
create index investor_merged_into on investor (merged_into_id) where merged_into_id is not null;

-- By which document it was taken in, where that is not the person's own record: what goes back when a merge is undone.
alter table registration add column received_as_id uuid references investor;

create table investor_merge (
    id           uuid primary key,
    version      bigint not null,
    investor_id  uuid not null references investor,
    into_id      uuid not null references investor,
    reason       text,
    merged_at    timestamptz not null,
    merged_by_id uuid not null references account,
    merged_by    text not null,
    undo_reason  text,
    undone_at    timestamptz,
    undone_by_id uuid references account,
    undone_by    text,
    constraint investor_merge_is_undone_by_somebody
        check ((undone_at is null) = (undone_by is null) and (undone_at is null) = (undone_by_id is null)),
    constraint investor_merge_is_undone_by_another check (undone_by_id <> merged_by_id)
);
create unique index investor_is_merged_once on investor_merge (investor_id) where undone_at is null;
create index investor_merge_of on investor_merge (investor_id);
create index investor_merge_into on investor_merge (into_id);

-- Of a look nothing changes; what was said of people in it is forgotten with them.
drop trigger reveal_is_append_only on reveal;
create trigger reveal_is_never_deleted before delete on reveal for each row execute function refuse_to_change();
create trigger reveal_only_forgets_its_note before update on reveal
    for each row
    when (new.note is not null
        or (old.id, old.kind, old.account_id, old.account_name, old.investor_id, old.fields, old.purpose, old.revealed_at)
            is distinct from
           (new.id, new.kind, new.account_id, new.account_name, new.investor_id, new.fields, new.purpose, new.revealed_at))
    execute function refuse_to_change();
-- Those whose people were forgotten before notes were.
update reveal set note = null
    from investor i where i.id = reveal.investor_id and i.anonymised_at is not null and reveal.note is not null;
