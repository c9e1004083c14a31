-- What whoever opens a file of evidence should know first; null where it was attached before files were examined.
alter table evidence add column warnings text[];
