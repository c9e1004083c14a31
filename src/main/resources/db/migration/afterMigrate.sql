-- What the service may do with the tables, when it signs in as another role than their owner: read and write, but what
-- may only be added to it can neither change nor delete; nor can it empty tables, switch off triggers, or touch the
-- history of migrations. Tables say in their comments which they are (V035);
-- an encrypted column can be updated, because a change of keys writes it anew. Runs after every migration, so that a new table
-- is never forgotten.
do $$
declare
    addition record;
    updatable record;
begin
    if '${service}' = current_user then
        return;
    end if;
    -- instances that start at the same moment take turns
    perform pg_advisory_xact_lock(hashtextextended('what the service may do', 0));
    revoke all on all tables in schema public from "${service}";
    grant select, insert, update, delete on all tables in schema public to "${service}";
    grant usage on all sequences in schema public to "${service}";
    for addition in
        select oid, relname from pg_class
        where relnamespace = 'public'::regnamespace and obj_description(oid, 'pg_class') = 'additions only'
    loop
        execute format('revoke update, delete on %I from %I', addition.relname, '${service}');
        for updatable in
            select attname from pg_attribute
            where attrelid = addition.oid and attnum > 0 and col_description(attrelid, attnum) in ('updatable', 'encrypted')
        loop
            execute format('grant update (%I) on %I to %I', updatable.attname, addition.relname, '${service}');
        end loop;
    end loop;
    revoke insert, update, delete on audit_genesis from "${service}";
    revoke insert, delete on audit_head from "${service}";
    revoke all on flyway_schema_history from "${service}";
end $$;
