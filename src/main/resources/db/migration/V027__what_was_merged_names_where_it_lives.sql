-- A registration that was merged into one that was merged in turn names the last one: retention looks one step far.
with recursive chain (id, last, depth) as (
    select r.id, r.merged_into_id, 1 from registration r where r.merged_into_id is not null
    union all
    select c.id, t.merged_into_id, c.depth + 1 from chain c join registration t on t.id = c.last
        where t.merged_into_id is not null and c.depth < 100)
update registration r set merged_into_id = c.last, version = r.version + 1
    from (select distinct on (id) id, last from chain order by id, depth desc) c
    where c.id = r.id and r.merged_into_id <> c.last;
-- Files of what was merged go along.
update evidence e set registration_id = r.merged_into_id from registration r
    where r.id = e.registration_id and r.merged_into_id is not null;
create index registration_merged_into on registration (merged_into_id) where merged_into_id is not null;
