-- A reporting week in which nothing was recorded has the figures of the last week that had entries: it refers to that week's
-- rows and has none of its own, so that closing a backlog of many such weeks costs one row each.

alter table reporting_week add column figures_of uuid references reporting_week;

-- The figures of every closed week. Those of a borrowing week did not move: its opening and its closing are the other week's closing.
create view week_figure as
select w.id as week_id, f.platform_id, f.area_code, f.measure,
    f.opening_count, f.added_count, f.removed_count, f.moved_count, f.closing_count,
    f.opening_amount, f.added_amount, f.removed_amount, f.moved_amount, f.closing_amount
from reporting_week w join closing_figure f on f.week_id = w.id
where w.figures_of is null
union all
select w.id, f.platform_id, f.area_code, f.measure,
    f.closing_count, 0, 0, 0, f.closing_count,
    f.closing_amount, 0.00, 0.00, 0.00, f.closing_amount
from reporting_week w join closing_figure f on f.week_id = w.figures_of
where f.closing_count <> 0 or f.closing_amount <> 0;
