using System.Text.Json;

namespace Renkei.AppPackage.Checks;

/// <summary>JSON files are UTF-8 without a byte order mark, well-formed, and name nothing twice.</summary>
public static class JsonCheck
{
    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>The faults of every <c>.json</c> file.</summary>
    public static IEnumerable<Fault> Check(TeamsPackage package) =>
        package
            .Files.Where(file => file.Name.EndsWith(".json", StringComparison.Ordinal))
            .Select(Check)
            .OfType<Fault>();

    private static Fault? Check(PackageFile file)
    {
        if (file.Content.Span.StartsWith(ByteOrderMark))
        {
            return new(
                file.Name,
                "先頭に BOM があります。BOM なしの UTF-8 で保存してください。",
                "Starts with a byte order mark: save it as UTF-8 without one."
            );
        }
        try
        {
            _ = Manifest.Parse(file.Content);
            return null;
        }
        catch (JsonException e)
        {
            return new(file.Name, $"JSON として読めません（{e.Message}）。", $"Not readable as JSON ({e.Message}).");
        }
    }
}
