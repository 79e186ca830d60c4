using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;
using Renkei.Domain;

namespace Renkei.Bot.Workbooks;

/// <summary>
/// The looks of cells. The typeface is named, since a workbook without one is shown in Calibri, which has no Japanese: 游ゴシック is on
/// every Windows and Mac with Office, and its character set says what to take where it is missing.
/// </summary>
internal static class WorkbookStyles
{
    /// <summary>Numbers of the looks; they are the order in <see cref="Formats"/>.</summary>
    public const uint Plain = 0;
    public const uint Header = 1;
    public const uint Wrapped = 2;

    /// <summary>A text that begins like a formula; it stays a text when somebody edits the cell.</summary>
    public const uint Quoted = 3;
    public const uint Number = 4;
    public const uint Day = 5;
    public const uint Moment = 6;
    public const uint Clock = 7;

    private const string Typeface = "游ゴシック";
    private const int ShiftJis = 128;
    private const uint DayFormat = 164;
    private const uint MomentFormat = 165;
    private const uint ClockFormat = 166;

    public static Stylesheet Of(Language language) =>
        new(
            Formats(language),
            new Fonts(FontOf(bold: false), FontOf(bold: true)),
            new Fills(
                // The first two are given by Excel itself.
                new Fill(new PatternFill { PatternType = PatternValues.None }),
                new Fill(new PatternFill { PatternType = PatternValues.Gray125 }),
                new Fill(
                    new PatternFill(new ForegroundColor { Rgb = "FFDCE9F5" }, new BackgroundColor { Indexed = 64 })
                    {
                        PatternType = PatternValues.Solid,
                    }
                )
            ),
            new Borders(new Border(), Thin()),
            new CellStyleFormats(new CellFormat()),
            new CellFormats(
                Look(font: 0, fill: 0, border: 0, format: 0, wraps: false),
                Look(font: 1, fill: 2, border: 1, format: 0, wraps: true),
                Look(font: 0, fill: 0, border: 1, format: 0, wraps: true),
                Quote(Look(font: 0, fill: 0, border: 1, format: 49, wraps: true)),
                Look(font: 0, fill: 0, border: 1, format: 1, wraps: false),
                Look(font: 0, fill: 0, border: 1, format: DayFormat, wraps: false),
                Look(font: 0, fill: 0, border: 1, format: MomentFormat, wraps: false),
                Look(font: 0, fill: 0, border: 1, format: ClockFormat, wraps: false)
            ),
            new CellStyles(
                new CellStyle
                {
                    Name = "Normal",
                    FormatId = 0,
                    BuiltinId = 0,
                }
            )
        );

    // The language is named in the format: the day of the week is Japanese on an English Excel too, where the file is Japanese.
    private static NumberingFormats Formats(Language language) =>
        new(
            Format(
                DayFormat,
                language == Language.Japanese
                    ? "[$-411]yyyy\"年\"m\"月\"d\"日\"\\(aaa\\)"
                    : "[$-809]ddd\\ d\\ mmm\\ yyyy"
            ),
            Format(
                MomentFormat,
                language == Language.Japanese ? "[$-411]yyyy/m/d\\ h:mm" : "[$-809]d\\ mmm\\ yyyy\\ h:mm"
            ),
            Format(ClockFormat, "h:mm")
        );

    private static NumberingFormat Format(uint id, string code) => new() { NumberFormatId = id, FormatCode = code };

    private static Font FontOf(bool bold)
    {
        Font font = new();
        if (bold)
        {
            font.Append(new Bold());
        }
        font.Append(
            new FontSize { Val = 11 },
            new FontName { Val = Typeface },
            new FontFamilyNumbering { Val = 3 },
            new FontCharSet { Val = ShiftJis }
        );
        return font;
    }

    private static Border Thin() =>
        new(Side<LeftBorder>(), Side<RightBorder>(), Side<TopBorder>(), Side<BottomBorder>(), new DiagonalBorder());

    private static T Side<T>()
        where T : BorderPropertiesType, new()
    {
        T side = new() { Style = BorderStyleValues.Thin };
        side.Append(new Color { Rgb = "FFBFBFBF" });
        return side;
    }

    private static CellFormat Look(uint font, uint fill, uint border, uint format, bool wraps) =>
        new(new Alignment { Vertical = VerticalAlignmentValues.Top, WrapText = wraps })
        {
            FontId = font,
            FillId = fill,
            BorderId = border,
            NumberFormatId = format,
            FormatId = 0,
            ApplyFont = true,
            ApplyFill = fill != 0,
            ApplyBorder = border != 0,
            ApplyNumberFormat = format != 0,
            ApplyAlignment = true,
        };

    private static CellFormat Quote(CellFormat look)
    {
        look.QuotePrefix = true;
        return look;
    }
}
