using System.Text;
using Renkei.Domain.Places;

namespace Renkei.Bot.Places;

/// <summary>
/// Reads centres and municipalities from a CSV file with the columns of the ministry's municipality code list
/// (全国地方公共団体コード) and two of the administrator's: 保健所コード and 保健所名.
/// </summary>
/// <remarks>
/// Columns may stand in any order: 団体コード, 都道府県名（漢字）, 市区町村名（漢字）, 保健所コード, 保健所名; optional are
/// 市区町村名（カナ）, 市区町村名（英語）, 保健所名（英語）, and others are passed over. Rows without a health centre are not part of
/// the installation, so the whole list of the ministry can be used as it is.
/// </remarks>
public static class OrganisationLoader
{
    private const string Sample = "sample.csv";
    private const int ShiftJis = 932;

    /// <summary>The sample prefecture ひかり県 with three centres and nine municipalities.</summary>
    /// <exception cref="OrganisationException">The program was built with a faulty file.</exception>
    public static Organisation LoadSample()
    {
        using Stream resource =
            typeof(OrganisationLoader).Assembly.GetManifestResourceStream(Sample)
            ?? throw new InvalidDataException($"{Sample} is not part of this build.");
        using StreamReader reader = new(resource, Encoding.UTF8);
        return new OrganisationCsv(Sample).Read(reader);
    }

    /// <summary>Reads a file in UTF-8, with or without a byte order mark, or Shift_JIS as Excel saves it.</summary>
    /// <exception cref="OrganisationException">The file is faulty; all faults are in it.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static Organisation Load(string path)
    {
        using StringReader reader = new(Decoded(File.ReadAllBytes(path)));
        return new OrganisationCsv(Path.GetFileName(path)).Read(reader);
    }

    private static string Decoded(byte[] bytes)
    {
        try
        {
            string text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);
            return text.TrimStart('\uFEFF');
        }
        // Japanese text in Shift_JIS is never well-formed UTF-8.
        catch (DecoderFallbackException)
        {
            Encoding encoding =
                CodePagesEncodingProvider.Instance.GetEncoding(ShiftJis)
                ?? throw new NotSupportedException("This platform has no code page 932.");
            return encoding.GetString(bytes);
        }
    }
}
