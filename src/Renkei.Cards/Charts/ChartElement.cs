using System.Text.Json;
using Renkei.Cards.Wire;

namespace Renkei.Cards;

/// <summary>
/// A chart, which Teams draws on the desktop only: on phones it stays blank. Its numbers therefore stand right beside it as text
/// (<see cref="CardRules"/> insists), and it is dropped where it is not known.
/// </summary>
public abstract record ChartElement : TeamsElement
{
    private protected ChartElement(string title)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(title);
        Title = title;
    }

    /// <summary>What the chart shows, for those who hear it. It is not drawn: the text beside the chart has a heading, which is there without charts too.</summary>
    public string Title { get; }

    /// <summary>Which colours are given to data that names none.</summary>
    public ChartColorSet? ColorSet { get; init; }

    private protected sealed override void WriteOwn(Utf8JsonWriter json)
    {
        json.WriteString("title"u8, Title);
        json.WriteCamel("colorSet"u8, ColorSet);
        WriteChart(json);
    }

    private protected abstract void WriteChart(Utf8JsonWriter json);
}
