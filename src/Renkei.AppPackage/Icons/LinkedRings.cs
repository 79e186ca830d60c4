namespace Renkei.AppPackage.Icons;

/// <summary>
/// Renkei's sign: three rings, each linked through both others, as prefecture, health centre and municipality are. At
/// the outer crossing of a pair the one ring lies on top, at the inner crossing the other, so they cannot come apart.
/// </summary>
/// <param name="CentreX">Middle of the sign, in pixels from the left.</param>
/// <param name="CentreY">Middle of the sign, in pixels from the top.</param>
/// <param name="Spread">From the middle of the sign to the middle of each ring.</param>
/// <param name="Radius">From the middle of a ring to the middle of its band.</param>
/// <param name="Band">Width of a ring's band.</param>
/// <param name="Gap">Clear space on both sides of a band where it passes over another.</param>
internal sealed record LinkedRings(
    double CentreX,
    double CentreY,
    double Spread,
    double Radius,
    double Band,
    double Gap
)
{
    public const int Count = 3;

    /// <summary>Which ring is seen at a point: 0 above, 1 lower right, 2 lower left; <c>null</c> between them.</summary>
    public int? RingAt(double x, double y)
    {
        for (int ring = 0; ring < Count; ring++)
        {
            if (DistanceFromBand(ring, x, y) <= Band / 2 && !IsCovered(ring, x, y))
            {
                return ring;
            }
        }
        return null;
    }

    /// <summary>Whether any ring passes here, with nothing cut away.</summary>
    public bool Covers(double x, double y) =>
        Enumerable.Range(0, Count).Any(ring => DistanceFromBand(ring, x, y) <= Band / 2);

    private bool IsCovered(int ring, double x, double y)
    {
        int next = (ring + 1) % Count;
        int previous = (ring + Count - 1) % Count;
        return (IsOuterCrossing(ring, next, x, y) && DistanceFromBand(next, x, y) <= (Band / 2) + Gap)
            || (!IsOuterCrossing(ring, previous, x, y) && DistanceFromBand(previous, x, y) <= (Band / 2) + Gap);
    }

    /// <summary>The crossings of two rings lie on the line through the sign's middle, half-way between the rings.</summary>
    private bool IsOuterCrossing(int one, int other, double x, double y)
    {
        (double oneX, double oneY) = Middle(one);
        (double otherX, double otherY) = Middle(other);
        (double midX, double midY) = ((oneX + otherX) / 2, (oneY + otherY) / 2);
        return ((x - midX) * (midX - CentreX)) + ((y - midY) * (midY - CentreY)) > 0;
    }

    private double DistanceFromBand(int ring, double x, double y)
    {
        (double ringX, double ringY) = Middle(ring);
        return Math.Abs(Math.Sqrt(((x - ringX) * (x - ringX)) + ((y - ringY) * (y - ringY))) - Radius);
    }

    private (double X, double Y) Middle(int ring)
    {
        double angle = Math.PI * ((2.0 * ring / Count) - 0.5);
        return (CentreX + (Spread * Math.Cos(angle)), CentreY + (Spread * Math.Sin(angle)));
    }
}
