namespace Renkei.EndToEnd.Tests.Setting;

/// <summary>Where things are in the repository these tests were built in.</summary>
internal static class Repository
{
    /// <summary>The folder of the solution.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The bot, built in the same configuration as these tests.</summary>
    public static string BotDll { get; } = FindBot();

    /// <summary>A folder for what a person may want to look at afterwards; created when it is missing.</summary>
    public static string Artifacts(string name) =>
        Directory.CreateDirectory(Path.Combine(Root, "artifacts", name)).FullName;

    private static string FindRoot()
    {
        for (DirectoryInfo? at = new(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "Renkei.Bot.sln")))
            {
                return at.FullName;
            }
        }
        throw new InvalidOperationException("The tests do not run inside the repository.");
    }

    private static string FindBot()
    {
        DirectoryInfo framework = new(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
        string configuration = framework.Parent!.Name;
        return Path.Combine(Root, "src", "Renkei.Bot", "bin", configuration, framework.Name, "Renkei.Bot.dll");
    }
}
