using System.Globalization;
using System.Text;

namespace Renkei.Tables.Azure;

/// <summary>Writes an entity group transaction (protocols: Azure Tables, section 6): CRLF throughout, absolute addresses.</summary>
internal static class BatchContent
{
    public static string ContentType(string batch) => $"multipart/mixed; boundary=batch_{batch}";

    /// <param name="batch">A name that no body holds: a random id.</param>
    /// <param name="changes">The changes of one partition.</param>
    /// <param name="addresses">Where they go.</param>
    /// <param name="commit">The id stored with each row.</param>
    public static ReadOnlyMemory<byte> Write(
        string batch,
        IReadOnlyList<TableChange> changes,
        TableAddresses addresses,
        string commit
    )
    {
        using MemoryStream content = new();
        Line(content, $"--batch_{batch}");
        Line(content, $"Content-Type: multipart/mixed; boundary=changeset_{batch}");
        Line(content, "");
        for (int i = 0; i < changes.Count; i++)
        {
            ChangeRequest request = ChangeRequest.For(changes[i], addresses, commit, ascii: false);
            Line(content, $"--changeset_{batch}");
            Line(content, "Content-Type: application/http");
            Line(content, "Content-Transfer-Encoding: binary");
            Line(content, "");
            Line(content, $"{request.Method.Method} {request.Address.AbsoluteUri} HTTP/1.1");
            Line(content, string.Create(CultureInfo.InvariantCulture, $"Content-ID: {i + 1}"));
            foreach ((string name, string value) in request.Headers)
            {
                Line(content, $"{name}: {value}");
            }

            Line(content, "");
            content.Write(request.Body.Span);
            Line(content, "");
        }

        Line(content, $"--changeset_{batch}--");
        Line(content, $"--batch_{batch}--");
        return content.ToArray();
    }

    private static void Line(MemoryStream content, string text)
    {
        content.Write(Encoding.UTF8.GetBytes(text));
        content.Write("\r\n"u8);
    }
}
