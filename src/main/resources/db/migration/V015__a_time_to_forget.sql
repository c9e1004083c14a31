-- What a person's records still say of them ends with the period they are kept for.

alter table investor add column anonymised_at timestamptz;

-- Of what happened to a registration nothing changes; the reason, which may speak of people, may be forgotten.
drop trigger registration_history_is_append_only on registration_history;
create trigger registration_history_is_never_deleted before delete on registration_history
    for each row execute function refuse_to_change();
create trigger registration_history_only_forgets_reasons before update on registration_history
    for each row
    when (new.reason is not null
        or (old.id, old.registration_id, old.what, old.happened_at, old.happened_by, old.net_loss)
            is distinct from (new.id, new.registration_id, new.what, new.happened_at, new.happened_by, new.net_loss))
    execute function refuse_to_change();
