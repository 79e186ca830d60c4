using System.Buffers.Binary;
using Microsoft.Win32.SafeHandles;

namespace Renkei.Benchmarks;

/// <summary>
/// Lets a server process tell how much it allocated, which no other process can see: it writes the figure to a file fifty times a second.
/// </summary>
internal sealed class AllocationCounter : IDisposable
{
    /// <summary>The environment variable that names the file.</summary>
    public const string FileVariable = "RENKEI_BENCH_ALLOCATIONS";

    private static readonly TimeSpan Every = TimeSpan.FromMilliseconds(20);

    private readonly SafeFileHandle file;
    private readonly byte[] figure = new byte[sizeof(long)];
    private readonly Timer timer;

    public AllocationCounter(string path)
    {
        file = File.OpenHandle(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
        timer = new(_ => Write(), null, TimeSpan.Zero, Every);
    }

    /// <summary>The figure last written, in bytes; 0 before the first.</summary>
    public static long Read(string path)
    {
        using SafeFileHandle file = File.OpenHandle(path, share: FileShare.ReadWrite);
        byte[] figure = new byte[sizeof(long)];
        RandomAccess.Read(file, figure, fileOffset: 0);
        return BinaryPrimitives.ReadInt64LittleEndian(figure);
    }

    public void Dispose()
    {
        timer.Dispose();
        file.Dispose();
    }

    private void Write()
    {
        BinaryPrimitives.WriteInt64LittleEndian(figure, GC.GetTotalAllocatedBytes());
        RandomAccess.Write(file, figure, fileOffset: 0);
    }
}
