namespace Renkei.AppPackage.Checks;

/// <summary>
/// Everything Teams refuses, or shows wrongly, that its published schema lets through. The schema itself is the tests'
/// business.
/// </summary>
public static class PackageChecks
{
    private static readonly Func<TeamsPackage, Manifest, IEnumerable<Fault>>[] All =
    [
        PlaceholderCheck.Check,
        IdentityCheck.Check,
        AddressCheck.Check,
        TextCheck.Check,
        CommandCheck.Check,
        LanguageCheck.Check,
        IconCheck.Check,
    ];

    /// <summary>All faults of a package; empty when it may be uploaded.</summary>
    public static IReadOnlyList<Fault> Check(TeamsPackage package)
    {
        Fault[] unreadable = [.. JsonCheck.Check(package)];
        if (unreadable.Length > 0)
        {
            return unreadable;
        }
        Manifest manifest = Manifest.Parse(package.Find(TeamsPackage.ManifestName)!.Value);
        return [.. All.SelectMany(check => check(package, manifest))];
    }
}
