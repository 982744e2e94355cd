-- How many borrowers or households stand behind a kept figure that counts others: few of them are not told.
-- Null where it counts whom it tells of, and in months that were kept before this was.
alter table outcome_snapshot_figure add column behind bigint;
