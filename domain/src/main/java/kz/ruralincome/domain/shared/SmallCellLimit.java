package kz.ruralincome.domain.shared;

/**
 * Up to how many a group is small: counts from 1 to it are withheld from those who may see no persons.
 *
 * @param largest the largest small group
 */
public record SmallCellLimit(int largest) {

    /** What the contract asks for. */
    public static final SmallCellLimit USUAL = new SmallCellLimit(4);

    /** With a larger one nothing would be told of an okrug. */
    private static final int MOST = 99;

    public SmallCellLimit {
        if (largest < 1 || largest > MOST) {
            throw new IllegalArgumentException("a small group has 1 to %d people, not %d".formatted(MOST, largest));
        }
    }

    /** Whether a count alone must be withheld. */
    public boolean isSmall(long count) {
        return count >= 1 && count <= largest;
    }

    /** Whether a count that may be told by this one may be told by the other, too. */
    public boolean isAtLeast(SmallCellLimit other) {
        return largest >= other.largest;
    }
}
