using System.Text.Json;

namespace Renkei.Cards.Wire;

internal static class ChartJson
{
    public static void WriteAmounts(this Utf8JsonWriter json, IReadOnlyList<ChartAmount> amounts)
    {
        json.WriteStartArray("data"u8);
        foreach (ChartAmount amount in amounts)
        {
            json.WriteStartObject();
            json.WriteString("legend"u8, amount.Legend);
            json.WriteNumber("value"u8, amount.Value);
            json.WriteCamel("color"u8, amount.Color);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
