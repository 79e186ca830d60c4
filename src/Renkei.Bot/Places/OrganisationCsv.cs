using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using Renkei.Bot.Files;
using Renkei.Domain;
using Renkei.Domain.Places;

namespace Renkei.Bot.Places;

/// <summary>One reading of a CSV file of places; collects faults until the end.</summary>
internal sealed class OrganisationCsv(string file)
{
    private const string CodeColumn = "団体コード";
    private const string PrefectureColumn = "都道府県名(漢字)";
    private const string MunicipalityColumn = "市区町村名(漢字)";
    private const string KanaColumn = "市区町村名(カナ)";
    private const string EnglishColumn = "市区町村名(英語)";
    private const string CentreCodeColumn = "保健所コード";
    private const string CentreColumn = "保健所名";
    private const string CentreEnglishColumn = "保健所名(英語)";

    private static readonly string[] Required =
    [
        CodeColumn,
        PrefectureColumn,
        MunicipalityColumn,
        CentreCodeColumn,
        CentreColumn,
    ];

    private readonly List<FileFault> faults = [];
    private readonly SortedDictionary<string, Prefecture> prefectures = new(StringComparer.Ordinal);
    private readonly List<HealthCentre> centres = [];
    private readonly List<Municipality> municipalities = [];
    private Dictionary<string, int> columns = [];

    /// <summary>The places of the file.</summary>
    /// <exception cref="OrganisationException">The file is faulty.</exception>
    public Organisation Read(TextReader reader)
    {
        using CsvParser csv = new(
            reader,
            new CsvConfiguration(CultureInfo.InvariantCulture)
            {
                BadDataFound = bad =>
                    Fault(
                        bad.Context.Parser?.RawRow ?? 1,
                        new("引用符（\"）の使い方に誤りがあります。", "A quotation mark stands where none may.")
                    ),
                TrimOptions = TrimOptions.Trim,
            }
        );
        if (!csv.Read())
        {
            Fault(1, new("ファイルが空です。", "The file is empty."));
        }
        else if (HasColumns(csv))
        {
            int before = csv.RawRow;
            while (csv.Read())
            {
                // A quoted cell may hold line breaks; a row is known by its first line.
                Row(before + 1, csv.Record ?? []);
                before = csv.RawRow;
            }
            if (centres.Count == 0 && faults.Count == 0)
            {
                Fault(
                    1,
                    new(
                        "保健所のある行がありません。保健所コードと保健所名を書いてください。",
                        "No row names a health centre; fill in 保健所コード and 保健所名."
                    )
                );
            }
        }
        return faults.Count == 0
            ? new([.. prefectures.Values], centres, municipalities)
            : throw new OrganisationException(faults);
    }

    private bool HasColumns(CsvParser csv)
    {
        columns = (csv.Record ?? [])
            .Select((name, at) => (Name: Heading(name), At: at))
            .DistinctBy(c => c.Name)
            .ToDictionary(c => c.Name, c => c.At);
        string[] missing = [.. Required.Where(r => !columns.ContainsKey(r))];
        foreach (string name in missing)
        {
            Fault(1, new($"「{name}」の列がありません。", $"The column {name} is missing."));
        }
        return missing.Length == 0;
    }

    private void Row(int line, string[] cells)
    {
        string Cell(string column) =>
            columns.TryGetValue(column, out int at) && at < cells.Length ? cells[at].Trim() : "";

        string centreCode = Cell(CentreCodeColumn);
        string centreName = Cell(CentreColumn);
        if (cells.All(string.IsNullOrWhiteSpace) || (centreCode.Length == 0 && centreName.Length == 0))
        {
            return;
        }
        string name = Cell(MunicipalityColumn);
        if (name.Length == 0)
        {
            Fault(
                line,
                new(
                    "市区町村名のない行に保健所があります。保健所は市区町村の行に書いてください。",
                    "A row without a municipality names a health centre; it belongs into the municipalities' rows."
                )
            );
            return;
        }
        string? code = CodeOf(line, Cell(CodeColumn));
        if (
            code is null
            || PrefectureOf(line, code, Cell(PrefectureColumn)) is not { } prefecture
            || CentreOf(line, centreCode, centreName, Cell(CentreEnglishColumn), prefecture) is not { } centre
        )
        {
            return;
        }
        if (municipalities.Find(m => m.Code == code) is { } first)
        {
            Fault(
                line,
                new(
                    $"団体コード {code} は二度あります（{first.Name.Ja}）。",
                    $"The code {code} stands twice (first for {first.Name.Ja})."
                )
            );
            return;
        }
        prefectures[prefecture.Code] = prefecture;
        string english = Cell(EnglishColumn);
        municipalities.Add(
            new(
                code,
                new(name, english.Length > 0 ? english : Romaji.OfMunicipality(name, Cell(KanaColumn)) ?? name),
                centre.Code
            )
        );
    }

    private string? CodeOf(int line, string written)
    {
        string code = written.Normalize(NormalizationForm.FormKC);
        // Excel takes codes for numbers and drops the zero that those of 北海道 to 栃木県 begin with.
        if (code.Length == 5 && MunicipalityCode.IsValid($"0{code}"))
        {
            return $"0{code}";
        }
        if (MunicipalityCode.IsValid(code))
        {
            return code;
        }
        Fault(
            line,
            code.Length == 6 && code.All(char.IsAsciiDigit)
                ? new($"団体コード {code} の検査数字が合いません。", $"The check digit of {code} is wrong.")
                : new(
                    $"団体コード「{written}」は6桁の数字ではありません。",
                    $"\"{written}\" is not a code of six digits."
                )
        );
        return null;
    }

    private Prefecture? PrefectureOf(int line, string code, string name)
    {
        Prefecture? prefecture = Prefectures.Find(code[..2]);
        if (prefecture is null)
        {
            Fault(line, new($"都道府県コード {code[..2]} はありません。", $"There is no prefecture {code[..2]}."));
        }
        else if (prefecture.Name.Ja != name)
        {
            Fault(
                line,
                new(
                    $"団体コード {code} は{prefecture.Name.Ja}のものですが、「{name}」とあります。",
                    $"The code {code} is one of {prefecture.Name.Ja}, but the row says \"{name}\"."
                )
            );
            prefecture = null;
        }
        return prefecture;
    }

    private HealthCentre? CentreOf(int line, string code, string name, string english, Prefecture prefecture)
    {
        if (code.Length is < 2 or > 12 || !code.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c)))
        {
            Fault(
                line,
                new(
                    $"保健所コード「{code}」は半角の小文字と数字、2字から12字です。",
                    $"The centre code \"{code}\" must be 2 to 12 of a-z and 0-9."
                )
            );
            return null;
        }
        HealthCentre? known = centres.Find(c => c.Code == code);
        if (known is null)
        {
            if (name.Length == 0)
            {
                Fault(
                    line,
                    new($"保健所コード {code} に保健所名がありません。", $"The centre {code} has no name (保健所名).")
                );
                return null;
            }
            known = new(code, new(name, english.Length > 0 ? english : name), prefecture.Code);
            centres.Add(known);
            return known;
        }
        if (known.PrefectureCode != prefecture.Code)
        {
            Fault(
                line,
                new(
                    $"保健所コード {code} が二つの都道府県にあります。",
                    $"The centre code {code} stands in two prefectures."
                )
            );
            return null;
        }
        if (name.Length > 0 && name != known.Name.Ja)
        {
            Fault(
                line,
                new(
                    $"保健所コード {code} に名前が二つあります（{known.Name.Ja}、{name}）。",
                    $"The centre {code} has two names ({known.Name.Ja}, {name})."
                )
            );
            return null;
        }
        return known;
    }

    private void Fault(int line, LocalText reason) => faults.Add(new(file, line, 0, reason));

    // The ministry's headings have line breaks and brackets of both widths in them.
    private static string Heading(string cell) =>
        string.Concat(cell.Normalize(NormalizationForm.FormKC).Where(c => !char.IsWhiteSpace(c) && c != '\uFEFF'));
}
