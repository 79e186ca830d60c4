using System.Text;
using System.Text.Json;

namespace Renkei.Room.Conversations;

/// <summary>
/// Everything that happened, one JSON line each, in the order it happened; reading it again gives the room back. Lines are
/// handed to the operating system one by one, so a killed room loses nothing, a power cut the last moments.
/// </summary>
internal sealed class Journal : IDisposable
{
    private readonly string path;
    private FileStream file;

    private Journal(string path, FileStream file) => (this.path, this.file) = (path, file);

    /// <summary>Opens the journal and reads what is in it.</summary>
    /// <exception cref="InvalidDataException">A line other than the last is not readable.</exception>
    public static (Journal Journal, IReadOnlyList<JournalLine> Lines) Open(string folder, bool fresh)
    {
        Directory.CreateDirectory(folder);
        string path = Path.Combine(folder, "room.jsonl");
        if (fresh)
        {
            File.Delete(path);
        }
        FileStream file = new(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);
        try
        {
            IReadOnlyList<JournalLine> lines = Read(file, path);
            file.Position = file.Length;
            return (new(path, file), lines);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    public void Append(JournalLine line)
    {
        byte[] json = JsonSerializer.SerializeToUtf8Bytes(line, RoomJson.Readable.JournalLine);
        Array.Resize(ref json, json.Length + 1);
        json[^1] = (byte)'\n';
        file.Write(json);
        file.Flush();
    }

    public void Clear()
    {
        file.SetLength(0);
        file.Flush();
    }

    public void Dispose() => file.Dispose();

    public override string ToString() => path;

    private static List<JournalLine> Read(FileStream file, string path)
    {
        List<JournalLine> lines = [];
        using StreamReader reader = new(file, Encoding.UTF8, false, 1 << 16, leaveOpen: true);
        string text = reader.ReadToEnd();
        int from = 0;
        while (from < text.Length)
        {
            int end = text.IndexOf('\n', from);
            if (end < 0)
            {
                // The room was killed in the middle of this line: it never happened.
                file.SetLength(Encoding.UTF8.GetByteCount(text.AsSpan(0, from)));
                break;
            }
            try
            {
                lines.Add(JsonSerializer.Deserialize(text.AsSpan(from, end - from), RoomJson.Readable.JournalLine)!);
            }
            catch (JsonException e)
            {
                throw new InvalidDataException(
                    $"Line {lines.Count + 1} of {path} is not readable; start with --fresh or repair it.",
                    e
                );
            }
            from = end + 1;
        }
        return lines;
    }
}
