namespace Renkei.Domain.Places;

/// <summary>The 6-digit local government code (全国地方公共団体コード): prefecture, municipality and a check digit.</summary>
public static class MunicipalityCode
{
    private static readonly int[] Weights = [6, 5, 4, 3, 2];

    /// <summary>Whether a text is six ASCII digits of which the last is the check digit of the others (modulo 11).</summary>
    public static bool IsValid(string code) =>
        code.Length == 6 && code.All(char.IsAsciiDigit) && code[5] - '0' == CheckDigit(code);

    // The tens of 11 minus the remainder are dropped, so remainders 0 and 1 give 1 and 0.
    private static int CheckDigit(string code) => (11 - Weights.Select((w, i) => w * (code[i] - '0')).Sum() % 11) % 10;
}
