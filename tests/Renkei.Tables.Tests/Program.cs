namespace Renkei.Tables.Tests;

/// <summary>
/// The test assembly as a program: <c>write FILE ROUND</c> is the victim of <see cref="SqliteDurabilityTests"/>,
/// <c>measure FOLDER</c> prints how fast the SQLite store is there.
/// </summary>
internal static class Program
{
    private static async Task<int> Main(string[] arguments)
    {
        switch (arguments)
        {
            case ["write", string file, string round]:
                await EndlessWriter.RunAsync(file, round);
                return 0;
            case ["measure", string folder]:
                await Measurement.RunAsync(folder);
                return 0;
            default:
                await Console.Error.WriteLineAsync(
                    "write FILE ROUND | measure FOLDER; the tests run with: dotnet test"
                );
                return 2;
        }
    }
}
