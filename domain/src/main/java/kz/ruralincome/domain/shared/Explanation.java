package kz.ruralincome.domain.shared;

import java.util.regex.Pattern;

/** Words by which somebody explains why something stays as it is. */
public final class Explanation {

    /** The longest that is taken, in characters. */
    public static final int LONGEST = 500;

    private static final Pattern NUMBER = Pattern.compile("(?<![0-9])[0-9]{12}(?![0-9])");

    private Explanation() {}

    /**
     * What is kept of what was typed. Whoever reaches what it explains reads it: no number that tells who a person is may stand
     * in it.
     *
     * @param typed 1 to {@link #LONGEST} characters
     * @param code with {@code .missing}, {@code .long} or {@code .iin} what is refused
     */
    public static String of(String typed, String code) {
        String said = typed == null ? "" : typed.strip();
        if (said.isEmpty()) {
            throw new InvalidRequest("reason", code + ".missing");
        }
        if (said.length() > LONGEST) {
            throw new InvalidRequest("reason", code + ".long", LONGEST);
        }
        if (NUMBER.matcher(said).results().anyMatch(one -> Iin.flawOf(one.group())
                .isEmpty())) {
            throw new InvalidRequest("reason", code + ".iin");
        }
        return said;
    }
}
