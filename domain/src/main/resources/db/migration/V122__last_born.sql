-- The last birth date of those who have reached an age on a day: birth + age <= day exactly if birth <= last_born(day, age),
-- the ends of months included. One date to compare with, where each person's age would be added up anew.
create function last_born(day date, months integer) returns date language sql immutable parallel safe as $$
    select max(born)
    from (select (day - make_interval(months => months))::date + n as born from generate_series(0, 3) n) b
    where born + make_interval(months => months) <= day
$$;
