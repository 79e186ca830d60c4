using System.Text.Json;
using Renkei.Cards.Wire;

namespace Renkei.Cards;

/// <summary>A paragraph of runs that are shown letter by letter, without Markdown: right for longer texts people wrote.</summary>
/// <param name="Inlines">The runs, in order.</param>
public sealed record RichTextBlock(IReadOnlyList<TextRun> Inlines) : CardElement
{
    /// <summary>One run as it is.</summary>
    public RichTextBlock(string text)
        : this([new TextRun(text)]) { }

    /// <summary>Where the text stands.</summary>
    public HorizontalAlignment? HorizontalAlignment { get; init; }

    internal override string TypeName => "RichTextBlock";

    internal override IEnumerable<AdaptiveAction> OwnActions =>
        Inlines.Select(run => run.SelectAction).OfType<AdaptiveAction>();

    private protected override void WriteOwn(Utf8JsonWriter json)
    {
        json.WriteStartArray("inlines"u8);
        foreach (TextRun run in Inlines)
            run.Write(json);
        json.WriteEndArray();
        json.WritePascal("horizontalAlignment"u8, HorizontalAlignment);
    }
}
