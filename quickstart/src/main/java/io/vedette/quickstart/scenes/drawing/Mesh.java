package io.vedette.quickstart.scenes.drawing;

import java.util.ArrayList;
import java.util.List;

/**
 * A solid made of flat faces, in metres: x ahead, y to its left, z up, the ground at 0. Faces know
 * which way is out by the point that each part is built around.
 */
final class Mesh {

    /**
     * One flat, convex face.
     *
     * @param corners x, y and z of each, anticlockwise as seen from outside
     * @param rgb its colour
     * @param glow how much of it is light of its own, from 0 to 1
     */
    record Face(double[] corners, int rgb, double glow) {}

    private final List<Face> faces = new ArrayList<>();

    List<Face> faces() {
        return faces;
    }

    /** A face, turned so that it looks away from a point within. */
    void face(int rgb, double glow, Vec within, double... corners) {
        faces.add(new Face(outward(corners, within), rgb, glow));
    }

    private static double[] outward(double[] c, Vec within) {
        Vec a = new Vec(c[0], c[1], c[2]);
        int n = c.length / 3;
        Vec normal = new Vec(0, 0, 0);
        for (int i = 1; i < n - 1; i++) {
            Vec b = new Vec(c[3 * i], c[3 * i + 1], c[3 * i + 2]);
            Vec d = new Vec(c[3 * i + 3], c[3 * i + 4], c[3 * i + 5]);
            normal = normal.plus(b.minus(a).cross(d.minus(a)));
        }
        if (normal.dot(a.minus(within)) >= 0) {
            return c;
        }
        double[] turned = new double[c.length];
        for (int i = 0; i < n; i++) {
            System.arraycopy(c, 3 * i, turned, 3 * (n - 1 - i), 3);
        }
        return turned;
    }

    void box(double x0, double x1, double y0, double y1, double z0, double z1, int rgb) {
        taper(x0, x1, y0, y1, z0, x0, x1, y0, y1, z1, rgb, rgb);
    }

    /** A box whose top is another rectangle than its bottom. */
    void taper(
            double bx0,
            double bx1,
            double by0,
            double by1,
            double bz,
            double tx0,
            double tx1,
            double ty0,
            double ty1,
            double tz,
            int sides,
            int top) {
        Vec in = new Vec((bx0 + bx1) / 2, (by0 + by1) / 2, (bz + tz) / 2);
        face(sides, 0, in, bx0, by0, bz, bx1, by0, bz, tx1, ty0, tz, tx0, ty0, tz);
        face(sides, 0, in, bx0, by1, bz, bx1, by1, bz, tx1, ty1, tz, tx0, ty1, tz);
        face(sides, 0, in, bx0, by0, bz, bx0, by1, bz, tx0, ty1, tz, tx0, ty0, tz);
        face(sides, 0, in, bx1, by0, bz, bx1, by1, bz, tx1, ty1, tz, tx1, ty0, tz);
        face(top, 0, in, tx0, ty0, tz, tx1, ty0, tz, tx1, ty1, tz, tx0, ty1, tz);
    }

    /** A body drawn along x through rectangles, each as x, half its width, bottom and top. */
    void loft(int rgb, double[]... sections) {
        for (int i = 0; i + 1 < sections.length; i++) {
            double[] a = sections[i];
            double[] b = sections[i + 1];
            Vec in = new Vec((a[0] + b[0]) / 2, 0, (a[2] + Math.min(a[3], b[3])) / 2);
            for (int side = -1; side <= 1; side += 2) {
                double ya = side * a[1];
                double yb = side * b[1];
                face(rgb, 0, in, a[0], ya, a[2], b[0], yb, b[2], b[0], yb, b[3], a[0], ya, a[3]);
            }
            double[] top = {
                a[0], -a[1], a[3], b[0], -b[1], b[3], b[0], b[1], b[3], a[0], a[1], a[3]
            };
            face(rgb, 0, in, top);
        }
        end(rgb, sections[0], 1);
        end(rgb, sections[sections.length - 1], -1);
    }

    private void end(int rgb, double[] s, double inward) {
        Vec in = new Vec(s[0] + inward, 0, (s[2] + s[3]) / 2);
        face(rgb, 0, in, s[0], -s[1], s[2], s[0], s[1], s[2], s[0], s[1], s[3], s[0], -s[1], s[3]);
    }

    /** A flat disc that looks to one side, +1 or -1 along y. */
    void disc(double x, double y, double z, double radius, double side, int rgb) {
        int n = 12;
        double[] corners = new double[3 * n];
        for (int i = 0; i < n; i++) {
            double angle = 2 * Math.PI * i / n;
            corners[3 * i] = x + radius * StrictMath.cos(angle);
            corners[3 * i + 1] = y;
            corners[3 * i + 2] = z + radius * StrictMath.sin(angle);
        }
        face(rgb, 0, new Vec(x, y - side, z), corners);
    }

    /** A round limb from one place to another, with a radius at each. */
    void limb(Vec a, Vec b, double ra, double rb, int sides, int rgb) {
        Vec along = b.minus(a).unit();
        Vec across = along.cross(Math.abs(along.y()) < 0.8 ? new Vec(0, 1, 0) : Vec.UP).unit();
        Vec other = along.cross(across);
        Vec in = a.plus(b).times(0.5);
        double[] ends = new double[3 * sides];
        double[] starts = new double[3 * sides];
        for (int i = 0; i < sides; i++) {
            double angle = 2 * Math.PI * i / sides;
            Vec out = across.times(StrictMath.cos(angle)).plus(other.times(StrictMath.sin(angle)));
            put(starts, i, a.plus(out.times(ra)));
            put(ends, i, b.plus(out.times(rb)));
        }
        for (int i = 0; i < sides; i++) {
            int j = (i + 1) % sides;
            double[] quad = new double[12];
            System.arraycopy(starts, 3 * i, quad, 0, 3);
            System.arraycopy(starts, 3 * j, quad, 3, 3);
            System.arraycopy(ends, 3 * j, quad, 6, 3);
            System.arraycopy(ends, 3 * i, quad, 9, 3);
            face(rgb, 0, in, quad);
        }
        face(rgb, 0, in, starts);
        face(rgb, 0, in, ends);
    }

    /** A ball as stacked rings; the upper part may have another colour. */
    void ball(Vec at, double radius, int sides, int rgb, int upper) {
        double ring = radius * 0.82;
        Vec low = at.plus(new Vec(0, 0, -radius));
        Vec high = at.plus(new Vec(0, 0, radius));
        Vec under = at.plus(new Vec(0, 0, -radius * 0.45));
        Vec over = at.plus(new Vec(0, 0, radius * 0.4));
        limb(low, under, radius * 0.45, ring, sides, rgb);
        limb(under, over, ring, ring * 1.05, sides, rgb);
        limb(over, high, ring * 1.05, radius * 0.4, sides, upper);
    }

    private static void put(double[] corners, int index, Vec place) {
        corners[3 * index] = place.x();
        corners[3 * index + 1] = place.y();
        corners[3 * index + 2] = place.z();
    }
}
