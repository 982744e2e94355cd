-- Up to how many people a group was small, and withheld, when a report was approved: the files stay as they are, and are
-- handed out by it. What was approved before was drawn up by the contract's.

alter table report add column small_cells integer not null default 4 check (small_cells >= 1);
alter table report alter column small_cells drop default;
alter table report alter column small_cells drop not null;
alter table report add check (approved_at is null or small_cells is not null);
update report set small_cells = null where approved_at is null;
