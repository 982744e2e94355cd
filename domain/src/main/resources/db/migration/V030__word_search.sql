-- For words too short for trigrams: whether one of the words of the name begins so.
create function starts_with_word(name text, beginning text) returns boolean
    language sql immutable parallel safe as $$
    select exists (select from unnest(string_to_array(name, ' ')) word where starts_with(word, beginning))
$$;
