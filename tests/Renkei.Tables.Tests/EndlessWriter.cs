using Renkei.Tables.Sqlite;

namespace Renkei.Tables.Tests;

/// <summary>Writes pairs of rows until it is killed and says each pair's name on its output once it was acknowledged.</summary>
internal static class EndlessWriter
{
    private const int Writers = 8;

    public static async Task RunAsync(string file, string round)
    {
        SqliteTable table = new(new SqliteTableOptions { Path = file });
        using TextWriter output = TextWriter.Synchronized(
            new StreamWriter(Console.OpenStandardOutput()) { AutoFlush = true }
        );
        await Task.WhenAll(
            Enumerable
                .Range(0, Writers)
                .Select(async writer =>
                {
                    for (int i = 0; ; i++)
                    {
                        string name = $"{round}-{writer}-{i:D6}";
                        byte[] body = Text.Utf8($"\"{name}{new string('x', i % 3000)}\"");
                        await table.CommitAsync(
                            [
                                new TableChange.Insert(new(Text.Partition, name), body),
                                new TableChange.Insert(new(Text.Partition, name + "-twin"), body),
                            ],
                            CancellationToken.None
                        );
                        await output.WriteLineAsync(name);
                    }
                })
        );
    }
}
