-- Entries of the attention list that had ended stayed in the area where the person lived then, and were not in the extract that
-- the officer of the new area makes. They count nothing any more, so the figures stay.
update attention_entry entry set area_code = investor.area_code
from investor
where investor.id = entry.investor_id and entry.area_code <> investor.area_code;
