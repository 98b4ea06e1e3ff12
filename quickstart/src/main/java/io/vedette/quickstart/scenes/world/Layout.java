package io.vedette.quickstart.scenes.world;

/**
 * The roads of a junction: two that cross at the origin, one from north to south and one from east
 * to west. Traffic keeps to the right. Arms are numbered clockwise from the north.
 *
 * @param lanesNorthSouth lanes for motor traffic in each direction
 * @param lanesEastWest the same for the other road
 * @param lane the width of one, in metres
 * @param edge the width of the strip at the kerb for bicycles and parking
 * @param pavement the width of the pavements
 */
public record Layout(
        int lanesNorthSouth, int lanesEastWest, double lane, double edge, double pavement) {

    public static final int ARMS = 4;

    /** How far traffic is followed along an arm, in metres from the centre. */
    public static final double REACH = 90;

    private static final double CORNER = 2;
    public static final double ZEBRA = 3.4;
    private static final Point[] OUTWARD = {
        new Point(0, 1), new Point(1, 0), new Point(0, -1), new Point(-1, 0)
    };

    static Layout of(Dice dice) {
        return new Layout(
                dice.weighted(3, 2) + 1,
                dice.weighted(3, 2) + 1,
                dice.between(3.0, 3.5),
                dice.between(1.7, 2.5),
                dice.between(3.8, 5.6));
    }

    public static Point outward(int arm) {
        return OUTWARD[arm];
    }

    public int lanes(int arm) {
        return arm % 2 == 0 ? lanesNorthSouth : lanesEastWest;
    }

    /** From the middle of an arm's road to its kerb. */
    public double half(int arm) {
        return lanes(arm) * lane + edge;
    }

    /** From the junction's centre to where an arm's pedestrian crossing begins. */
    public double crossing(int arm) {
        return half(arm + 1) + CORNER;
    }

    /** From the junction's centre to an arm's stop line. */
    public double stopLine(int arm) {
        return crossing(arm) + ZEBRA + 1;
    }

    /** A place on an arm, so far out and so far to the right of somebody who drives in. */
    public Point inbound(int arm, double out, double right) {
        Point outward = outward(arm);
        return outward.times(out).plus(outward.times(-1).right().times(right));
    }

    /** A place on an arm, so far out and so far to the right of somebody who drives out. */
    public Point outbound(int arm, double out, double right) {
        return inbound(arm, out, -right);
    }

    /** The middle of a lane, as an offset from the middle of the road. */
    double middle(int laneIndex) {
        return lane * (laneIndex + 0.5);
    }

    /** The middle of the strip at the kerb. */
    double edgeMiddle(int arm) {
        return half(arm) - edge / 2;
    }
}
