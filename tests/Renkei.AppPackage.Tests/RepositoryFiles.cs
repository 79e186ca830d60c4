namespace Renkei.AppPackage.Tests;

/// <summary>Finds files of this repository from wherever the tests were built to.</summary>
internal static class RepositoryFiles
{
    public static string Root { get; } = FindRoot(new(AppContext.BaseDirectory));

    public static string PathTo(params string[] parts) => Path.Combine([Root, .. parts]);

    private static string FindRoot(DirectoryInfo? folder) =>
        folder is null ? throw new DirectoryNotFoundException("The tests do not lie in a clone of the repository.")
        : File.Exists(Path.Combine(folder.FullName, "Renkei.Bot.sln")) ? folder.FullName
        : FindRoot(folder.Parent);
}
