namespace Renkei.AppPackage.Checks;

/// <summary>No placeholder is left.</summary>
public static class PlaceholderCheck
{
    private static readonly string[] Marks = ["{{", "}}", "<<", ">>"];

    /// <summary>A fault for each string of each JSON file that still holds a mark of a placeholder.</summary>
    public static IEnumerable<Fault> Check(TeamsPackage package, Manifest manifest) =>
        from file in package.Files
        where file.Name.EndsWith(".json", StringComparison.Ordinal)
        from text in Manifest.Parse(file.Content).Strings
        where Marks.Any(mark => text.Value.Contains(mark, StringComparison.Ordinal))
        select new Fault(
            $"{file.Name} {text.Path}",
            $"「{text.Value}」が埋められていません。",
            $"\"{text.Value}\" has not been filled in."
        );
}
