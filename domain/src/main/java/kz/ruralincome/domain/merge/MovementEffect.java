package kz.ruralincome.domain.merge;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import kz.ruralincome.domain.movement.PersonMovement.Period;
import kz.ruralincome.domain.movement.State;

/**
 * What a merge does to movement.
 *
 * @param kept the timeline of the kept record as it is
 * @param merged that of the other
 * @param after that of the kept record when both are one
 * @param gone movements that are no longer counted, in the order of their days
 * @param come movements that are counted anew
 */
public record MovementEffect(
        List<Period> kept, List<Period> merged, List<Period> after, List<Move> gone, List<Move> come) {

    /** A border between two states. */
    public record Move(LocalDate on, State from, State to) {}

    static MovementEffect of(List<Period> kept, List<Period> merged, List<Period> after) {
        List<Move> gone = new ArrayList<>(moves(kept));
        gone.addAll(moves(merged));
        List<Move> come = new ArrayList<>();
        for (Move move : moves(after)) {
            if (!gone.remove(move)) {
                come.add(move);
            }
        }
        gone.sort(java.util.Comparator.comparing(Move::on));
        return new MovementEffect(List.copyOf(kept), List.copyOf(merged), List.copyOf(after), gone, come);
    }

    /** How many there are now, of both records. */
    public int before() {
        return moves(kept).size() + moves(merged).size();
    }

    /** How many there will be. */
    public int remaining() {
        return moves(after).size();
    }

    private static List<Move> moves(List<Period> periods) {
        List<Move> moves = new ArrayList<>();
        for (int i = 1; i < periods.size(); i++) {
            moves.add(new Move(
                    periods.get(i).from(),
                    periods.get(i - 1).state(),
                    periods.get(i).state()));
        }
        return moves;
    }
}
