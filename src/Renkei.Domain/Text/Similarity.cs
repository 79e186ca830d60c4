namespace Renkei.Domain.Text;

/// <summary>How alike two normalised texts are, for offering what may have been meant.</summary>
public static class Similarity
{
    // Pairs of neighbours find a word inside a sentence; slips tell short words apart.
    private const double WeightOfPairs = 0.6;

    /// <summary>0 (nothing in common) to 1 (the same).</summary>
    public static double Between(string a, string b)
    {
        int longer = Math.Max(a.Length, b.Length);
        if (longer == 0)
        {
            return 1;
        }
        double closeness = 1 - (double)EditDistance.Between(a, b) / longer;
        return WeightOfPairs * SharedPairs(a, b) + (1 - WeightOfPairs) * closeness;
    }

    // Dice's coefficient over pairs of neighbouring characters; the ends count as characters, so one letter has pairs too.
    private static double SharedPairs(string a, string b)
    {
        List<(char, char)> left = Pairs(a);
        List<(char, char)> right = Pairs(b);
        int all = left.Count + right.Count;
        int shared = left.Count(right.Remove);
        return 2.0 * shared / all;
    }

    private static List<(char, char)> Pairs(string text)
    {
        string bounded = $"\0{text}\0";
        return [.. bounded.Zip(bounded.Skip(1))];
    }
}
