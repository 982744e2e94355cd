-- Up to how many people a group was small, and withheld, when a report was approved: the files stay as they are, and are
-- handed out by it. What was approved before was drawn up by the contract's.

alter table report add column small_cells integer not null default 4 check (small_cells >= 1);
