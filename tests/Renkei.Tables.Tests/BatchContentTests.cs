using Renkei.Tables.Azure;

namespace Renkei.Tables.Tests;

public sealed class BatchContentTests
{
    [Fact]
    public void Write_GreatestCommitThatIsTaken_BelowAzuresFourMebibytes()
    {
        // A hundred rows with the longest keys, full of quotation marks, which JSON doubles: 3,145,600 of 3,145,728 counted bytes.
        byte[] body = [.. Enumerable.Repeat((byte)'"', 15_728)];
        TableChange[] changes =
        [
            .. Enumerable
                .Range(0, 100)
                .Select(i => new TableChange.Replace(
                    new RowKey(new string('健', 200), new string('県', 197) + $"{i:D3}"),
                    body,
                    new RowETag("W/\"datetime'2026-11-20T13%3A44%3A59.5584086Z'\"")
                )),
        ];
        TableRules.Check(changes);

        ReadOnlyMemory<byte> content = BatchContent.Write(
            $"{Guid.NewGuid()}",
            changes,
            new TableAddresses(new Uri("https://abcdefghijklmnopqrstuvwx.table.core.windows.net"), new string('T', 63)),
            $"{Guid.NewGuid():N}"
        );

        Assert.InRange(content.Length, 3_145_600, 4_194_303);
    }
}
